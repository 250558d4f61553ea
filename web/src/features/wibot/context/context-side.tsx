import type { ConversationBinding } from '@hub/contracts'
import { PanelRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Dialog, DialogContent } from '../../../ui/dialog.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { ContextPanel } from './context-panel.tsx'

interface ContextSideProps {
  binding: ConversationBinding
  isWide: boolean
  onAsk: (question: string) => void
  onClose: () => void
}

/** The context beside a bound conversation: a column, or a drawer where there is no room for one. */
export function ContextSide({ binding, isWide, onAsk, onClose }: ContextSideProps) {
  const { t } = useTranslation('wibot')
  if (isWide)
    return (
      <aside
        aria-label={t('context.panel')}
        className="w-[clamp(300px,25vw,360px)] shrink-0 border-l bg-surface"
      >
        <ContextPanel binding={binding} onAsk={onAsk} onClose={onClose} />
      </aside>
    )
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        title={binding.label}
        className="top-0 right-0 left-auto h-dvh max-h-dvh w-[min(420px,100vw)] translate-x-0 rounded-none border-0 border-l"
      >
        <ContextPanel binding={binding} onAsk={onAsk} />
      </DialogContent>
    </Dialog>
  )
}

/** Opens the context of a bound conversation, and closes it. */
export function ContextToggle({ isOpen, onToggle }: { isOpen: boolean; onToggle: () => void }) {
  const { t } = useTranslation('wibot')
  return (
    <IconButton
      icon={PanelRight}
      label={t(isOpen ? 'context.close' : 'context.open')}
      aria-expanded={isOpen}
      onClick={onToggle}
    />
  )
}
