import {
  hasAccreditation,
  type WorkflowName,
  type WorkflowSwitch,
  type WorkflowSwitches,
} from '@hub/contracts'
import { CirclePause, CirclePlay, FlaskConical, PenLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../../i18n/use-locale.ts'
import { useMe } from '../../../lib/session.ts'
import { formatFull, formatWhen } from '../../../lib/time.ts'
import { useNow } from '../../../lib/use-now.ts'
import { StatusBadge } from '../../../ui/status.tsx'
import { WorkflowMark, workflowTitle } from '../words/workflow-mark.tsx'
import { OpenRuns } from './open-runs.tsx'
import { SwitchButton } from './switch-button.tsx'

/** One workflow: whether it runs and writes, who said so, and the buttons for those who may change it. */
export function SwitchCard({
  item,
  runs,
}: {
  item: WorkflowSwitch
  runs: WorkflowSwitches['runs'][WorkflowName]
}) {
  const { t } = useTranslation('workflows')
  const { user } = useMe()
  const { workflow, isPaused, isDryRun } = item
  return (
    <article
      aria-label={workflowTitle(workflow)}
      className="flex flex-col gap-2 bg-surface px-4 py-3 max-md:px-3"
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <WorkflowMark workflow={workflow} className="size-5" />
        <h2 className="font-semibold">{workflowTitle(workflow)}</h2>
        <OpenRuns workflow={workflow} runs={runs} />
        <span className="ml-auto flex flex-wrap gap-1 max-md:ml-0">
          {isPaused ? (
            <StatusBadge tone="warning" icon={CirclePause}>
              {t('switches.paused')}
            </StatusBadge>
          ) : (
            <StatusBadge tone="ok" icon={CirclePlay}>
              {t('switches.on')}
            </StatusBadge>
          )}
          <StatusBadge tone={isDryRun ? 'unknown' : 'off'} icon={isDryRun ? FlaskConical : PenLine}>
            {t(isDryRun ? 'switches.dryRun' : 'switches.real')}
          </StatusBadge>
        </span>
      </div>
      <p className="text-muted text-sm max-md:sr-only">{t(`switches.${workflow}`)}</p>
      <div className="mt-auto flex flex-wrap items-center gap-2">
        <Changed item={item} />
        {hasAccreditation(user.accreditation, 'N3') && (
          <span className="ml-auto flex flex-wrap gap-2 max-md:w-full">
            <SwitchButton workflow={workflow} act={isPaused ? 'resume' : 'pause'} />
            <SwitchButton workflow={workflow} act={isDryRun ? 'toReal' : 'toDryRun'} />
          </span>
        )}
      </div>
    </article>
  )
}

/** Who changed it last, and when. */
function Changed({ item: { changedBy, changedAt } }: { item: WorkflowSwitch }) {
  const { t } = useTranslation('workflows')
  const locale = useLocale()
  const now = useNow()
  if (changedAt === null) return <span className="text-faint text-xs">{t('switches.never')}</span>
  const at = new Date(changedAt)
  const time = formatWhen(at, now, locale)
  return (
    <span title={formatFull(at, locale)} className="text-faint text-xs tabular">
      {changedBy === null ? time : t('switches.changed', { name: changedBy, time })}
    </span>
  )
}
