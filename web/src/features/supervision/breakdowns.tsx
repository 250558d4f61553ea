import { approvalStates, type SafeguardSignals } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useCallWords } from '../../calls/use-call-words.ts'
import { type Bar, BarList } from '../../page/bar-list.tsx'
import { Section } from '../../page/section.tsx'
import { historyLink } from './history-link.ts'

const levels = ['L3', 'L4'] as const

/** The requests of the period by level, by action and by state; a bar opens its rows. */
export function Breakdowns({ signals }: { signals: SafeguardSignals }) {
  const { t } = useTranslation('supervision')
  const { t: tApprovals } = useTranslation('approvals')
  const words = useCallWords()
  const { byLevel, byTool, byState, requested } = signals
  return (
    <div className="grid gap-x-8 gap-y-6 lg:grid-cols-3">
      <Section title={t('by.level')}>
        <RequestBars
          total={requested}
          bars={levels.map((level) => ({
            key: level,
            label: t(`levels.${level}`),
            amount: byLevel[level] ?? 0,
            hue: level === 'L4' ? 'bg-danger' : 'bg-safeguard',
            to: historyLink(signals, { level }),
          }))}
        />
      </Section>
      <Section title={t('by.tool')}>
        <RequestBars
          total={requested}
          bars={byTool.map(({ toolName, count }) => ({
            key: toolName,
            label: words.tool(toolName),
            amount: count,
            hue: 'bg-safeguard',
            to: historyLink(signals, { tool: toolName }),
          }))}
        />
      </Section>
      <Section title={t('by.state')}>
        <RequestBars
          total={requested}
          bars={approvalStates
            .filter((state) => (byState[state] ?? 0) > 0)
            .map((state) => ({
              key: state,
              label: tApprovals(`state.${state}`),
              amount: byState[state] ?? 0,
              hue: 'bg-safeguard',
              to: state === 'pending' ? '/safeguard' : historyLink(signals, { state }),
            }))}
        />
      </Section>
    </div>
  )
}

function RequestBars({ bars, total }: { bars: readonly Bar[]; total: number }) {
  const { t } = useTranslation('supervision')
  if (total === 0) return <p className="text-muted text-sm">{t('noRequest')}</p>
  return <BarList bars={bars} total={total} />
}
