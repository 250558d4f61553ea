import type { IngestRun } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useText } from '../../../i18n/use-locale.ts'
import { formatDuration } from '../../../lib/time.ts'
import { Moment } from '../../../ui/moment.tsx'
import { StatusBadge } from '../../../ui/status.tsx'

const tones = { running: 'info', done: 'ok', failed: 'danger', interrupted: 'warning' } as const
const counts = ['added', 'updated', 'moved', 'removed', 'unchanged', 'failed'] as const

/** One pass over the folder: how it ended, when, why, how long, and what changed. */
export function RunLine({ run }: { run: IngestRun }) {
  const { t } = useTranslation('knowledge')
  const text = useText()
  const { state, startedAt, endedAt, trigger, by, error } = run
  const took = endedAt && formatDuration(Date.parse(endedAt) - Date.parse(startedAt))
  const changed = counts
    .filter((name) => run[name] > 0)
    .map((name) => t(`ingestion.counts.${name}`, { count: run[name] }))
  return (
    <div className="flex flex-col gap-1 text-sm">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <StatusBadge tone={tones[state]}>{t(`ingestion.runState.${state}`)}</StatusBadge>
        <Moment at={startedAt} />
        <span className="text-muted">
          {[by ? t('ingestion.byPerson', { name: by.displayName }) : t(`ingestion.trigger.${trigger}`), took]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      {changed.length > 0 && <p className="text-muted text-xs tabular">{changed.join(' · ')}</p>}
      {error && <p className="text-danger">{text(error.text)}</p>}
    </div>
  )
}
