import type { Approval } from '@hub/contracts'
import { CircleCheck, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { whyNotTogether } from './alike.ts'
import { clearSelection, useSelection } from './selection.ts'
import { TogetherDialog } from './together-dialog.tsx'

/** What can be done with the marked requests, or why it cannot; nothing while none is marked. */
export function SelectionBar({ approvals }: { approvals: readonly Approval[] }) {
  const { t } = useTranslation('safeguard')
  const { ids, approved } = useSelection()
  const [isShown, setShown] = useState(false)
  const selected = approvals.filter(({ approvalId }) => ids.includes(approvalId))
  if (selected.length === 0) {
    return (
      <p role="status" className="flex items-center gap-2 border-t px-4 py-2 text-ok text-sm empty:hidden">
        {approved !== undefined && (
          <>
            <CircleCheck aria-hidden className="size-4" strokeWidth={1.75} />
            {t('together.approved', { count: approved })}
          </>
        )}
      </p>
    )
  }
  const why = whyNotTogether(selected)
  return (
    <section aria-label={t('together.bar')} className="flex flex-col gap-1.5 border-t bg-surface px-4 py-2">
      <div className="flex items-center gap-2">
        <span className="flex-1 text-sm tabular">{t('together.selected', { count: selected.length })}</span>
        <Button
          variant="primary"
          disabled={why !== undefined}
          onClick={() => setShown(true)}
          className="max-md:h-11"
        >
          {t('together.open')}
        </Button>
        <IconButton icon={X} label={t('together.clear')} onClick={() => clearSelection()} />
      </div>
      {why && <p className="text-muted text-xs">{t(`together.why.${why}`)}</p>}
      <Dialog open={isShown && why === undefined} onOpenChange={setShown}>
        <TogetherDialog approvals={selected} onClose={() => setShown(false)} />
      </Dialog>
    </section>
  )
}
