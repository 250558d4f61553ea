import type { SafeguardSignals } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../i18n/use-locale.ts'
import { FigureTile } from './figure-tile.tsx'
import { historyLink } from './history-link.ts'
import { readingTime } from './reading-time.ts'

interface FigureTilesProps {
  current: SafeguardSignals
  previous: SafeguardSignals
}

/** The figures of the period; each tile opens the rows behind it. */
export function FigureTiles({ current, previous }: FigureTilesProps) {
  const { t } = useTranslation('supervision')
  const locale = useLocale()
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const seconds = (value: number | null) => (value === null ? t('noFigure') : readingTime(value))
  const count = (value: number) => new Intl.NumberFormat(locale).format(value)
  const { breakGlass } = current
  return (
    <section aria-label={t('tiles.label')} className="grid grid-cols-2 gap-3 max-sm:gap-2 lg:grid-cols-3">
      <FigureTile
        label={t('tiles.requested')}
        figure={count(current.requested)}
        before={count(previous.requested)}
        to={historyLink(current)}
      />
      <FigureTile
        label={t('tiles.median')}
        figure={seconds(current.medianDecisionSeconds)}
        note={
          current.p90DecisionSeconds === null
            ? undefined
            : t('tiles.p90', { time: seconds(current.p90DecisionSeconds) })
        }
        before={seconds(previous.medianDecisionSeconds)}
        to={historyLink(current)}
      />
      <FigureTile
        label={t('tiles.expired')}
        figure={percent.format(current.expiredShare)}
        note={t('tiles.expiredCount', { count: current.byState.expired ?? 0 })}
        before={percent.format(previous.expiredShare)}
        to={historyLink(current, { state: 'expired' })}
      />
      <FigureTile
        label={t('tiles.breakGlass')}
        figure={count(breakGlass.used)}
        note={
          breakGlass.unreviewed > 0
            ? t('tiles.unreviewed', { count: breakGlass.unreviewed })
            : breakGlass.used > 0
              ? t('tiles.allReviewed')
              : undefined
        }
        tone={breakGlass.unreviewed > 0 ? 'danger' : undefined}
        before={count(previous.breakGlass.used)}
        to={
          breakGlass.unreviewed > 0
            ? '/safeguard/history?breakGlass=unreviewed'
            : historyLink(current, { breakGlass: 'any' })
        }
      />
      <FigureTile
        label={t('tiles.grantUses')}
        figure={count(current.grantUses)}
        before={count(previous.grantUses)}
        to="/audit?action=approval.grant"
      />
      <FigureTile
        label={t('tiles.unknown')}
        figure={count(current.byState.unknown ?? 0)}
        tone={(current.byState.unknown ?? 0) > 0 ? 'unknown' : undefined}
        before={count(previous.byState.unknown ?? 0)}
        to={historyLink(current, { state: 'unknown' })}
      />
    </section>
  )
}
