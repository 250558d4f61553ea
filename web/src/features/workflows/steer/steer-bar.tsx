import { hasAccreditation, type WorkflowRunDetail } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../lib/session.ts'
import { steeringOf } from './possible-steering.ts'
import { SteerButton } from './steer-button.tsx'

/** What the reader may do with the run: for N3 and above, and only what makes sense. */
export function SteerBar({ run }: { run: WorkflowRunDetail }) {
  const { t } = useTranslation('workflows')
  const { user } = useMe()
  if (!hasAccreditation(user.accreditation, 'N3')) return null
  const { canCancel, canHandOver, canRetry, isBusy } = steeringOf(run)
  if (!canCancel && !canHandOver && !canRetry) return null
  return (
    <section aria-label={t('steer.label')} className="flex flex-col items-start gap-1.5">
      <div className="flex flex-wrap gap-2">
        {canRetry && <SteerButton runId={run.id} kind="retry" isBusy={isBusy} />}
        {canHandOver && <SteerButton runId={run.id} kind="hand_over" isBusy={isBusy} />}
        {canCancel && <SteerButton runId={run.id} kind="cancel" isBusy={isBusy} />}
      </div>
      {isBusy && <p className="text-muted text-xs">{t('steer.busy')}</p>}
    </section>
  )
}
