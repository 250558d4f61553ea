import type { DryRunResult } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { cn } from '../../../ui/class-names.ts'
import { type Tone, toneClass } from '../../../ui/tone.ts'
import { ChangeTable } from './change-table.tsx'

const kinds = [
  { key: 'looser', tone: 'danger' },
  { key: 'stricter', tone: 'info' },
  { key: 'same', tone: 'off' },
] as const satisfies readonly { key: keyof DryRunResult['counts']; tone: Tone }[]

interface DryRunOutcomeProps {
  result: DryRunResult
  days: number
  /** The title of a rule by its name. */
  titleOf: (rule: string) => string
}

/** How many calls would go another way, and which. */
export function DryRunOutcome({ result, days, titleOf }: DryRunOutcomeProps) {
  const { t } = useTranslation('policy')
  const { counts, looked, limited, changes, version } = result
  return (
    <section aria-label={t('dryRun.outcome')} className="flex flex-col gap-4 border-t pt-4">
      <p className="text-sm tabular">
        {t('dryRun.looked', { count: looked, days })} {limited && t('dryRun.limited')}{' '}
        <span className="text-muted">
          {t('dryRun.version')} <code>{version}</code>
        </span>
      </p>
      <dl className="grid gap-3 sm:grid-cols-3">
        {kinds.map(({ key, tone }) => (
          <div key={key} className="flex flex-col rounded-card border bg-surface px-4 py-3">
            <dt className="text-muted text-sm">{t(`dryRun.counts.${key}`)}</dt>
            <dd
              className={cn(
                'order-first font-semibold text-lg tabular',
                counts[key] > 0 && toneClass[tone].ink,
              )}
            >
              {counts[key]}
            </dd>
          </div>
        ))}
      </dl>
      {changes.length === 0 ? (
        <p className="text-muted text-sm">{t('dryRun.noChange')}</p>
      ) : (
        <ChangeTable changes={changes} titleOf={titleOf} />
      )}
    </section>
  )
}
