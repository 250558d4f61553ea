import type { ChatMessage } from '@hub/contracts'
import { hasAccreditation } from '@hub/contracts'
import { NotebookPen } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../lib/session.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { WriteBackDialog } from './write-back-dialog.tsx'

/** Writes an answer to a ticket; only for those whose level lets them. */
export function WriteBack({ message }: { message: ChatMessage }) {
  const { t } = useTranslation('wibot')
  const { user } = useMe()
  const [isOpen, setIsOpen] = useState(false)
  if (!hasAccreditation(user.accreditation, 'N2')) return null
  return (
    <>
      <IconButton icon={NotebookPen} label={t('followup.open')} onClick={() => setIsOpen(true)} />
      <Dialog open={isOpen} onOpenChange={setIsOpen}>
        {isOpen && <WriteBackDialog message={message} onClose={() => setIsOpen(false)} />}
      </Dialog>
    </>
  )
}
