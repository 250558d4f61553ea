import type { ChatUsage } from '@hub/contracts'
import { ChartNoAxesColumn } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLocale } from '../../i18n/use-locale.ts'
import { formatWhen } from '../../lib/time.ts'
import { useNow } from '../../lib/use-now.ts'
import { BarList } from '../../page/bar-list.tsx'
import { Section } from '../../page/section.tsx'
import { Button } from '../../ui/button.tsx'
import { cn } from '../../ui/class-names.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { MonthCard } from './month-card.tsx'
import { type Slot, sumBy, sumByTime } from './sum-usage.ts'
import { TimeBars } from './time-bars.tsx'
import { UsageSummary } from './usage-summary.tsx'
import { UsageTable } from './usage-table.tsx'

interface UsageViewProps {
  usage: ChatUsage
  person: string | undefined
  /** The period before is still shown. */
  isOld: boolean
  /** Reading again failed: when these figures were read. */
  staleSince: Date | undefined
}

/** Month, sums of the period, bars by day, and tables by mode, model and person. */
export function UsageView({ usage, person, isOld, staleSince }: UsageViewProps) {
  const { t } = useTranslation('usage')
  const locale = useLocale()
  const now = useNow()
  return (
    <div className={cn('flex flex-col gap-8', isOld && 'opacity-60')}>
      {staleSince && (
        <p role="alert" className="text-muted text-sm">
          {t('stale', { time: formatWhen(staleSince, now, locale) })}
        </p>
      )}
      {usage.month && <MonthCard month={usage.month} />}
      <UsageSummary usage={usage} person={person} isOld={isOld} />
      {usage.items.length === 0 ? <NothingUsed person={person} /> : <Breakdown usage={usage} />}
    </div>
  )
}

function NothingUsed({ person }: { person: string | undefined }) {
  const { t } = useTranslation('usage')
  return (
    <EmptyState
      icon={ChartNoAxesColumn}
      title={t('empty.title')}
      className="px-0 pt-0"
      action={
        !person && (
          <Button asChild className="max-md:h-11">
            <Link to="/wibot">{t('empty.action')}</Link>
          </Button>
        )
      }
    >
      {t(person ? 'empty.other' : 'empty.help')}
    </EmptyState>
  )
}

function Breakdown({ usage }: { usage: ChatUsage }) {
  const { t } = useTranslation('usage')
  const { t: tWibot } = useTranslation('wibot')
  const names = new Map(usage.items.map((row) => [row.userId, row.displayName]))
  const tokens = usage.total.promptTokens + usage.total.completionTokens
  const barOf = ({ key, tokens: amount, answers }: Slot) => ({
    ...{ key, amount, hue: 'bg-wibot' },
    note: t('summary.answers', { count: answers }),
  })
  const modes = new Map(usage.items.map(({ mode }) => [mode as string, tWibot(`mode.${mode}`)]))
  return (
    <>
      {tokens > 0 && <TimeBars slots={sumByTime(usage.items, usage)} />}
      {usage.month === null && (
        <Section title={t('by.person')}>
          <BarList
            total={tokens}
            bars={sumBy(usage.items, ({ userId }) => userId ?? '').map((sum) => ({
              ...barOf(sum),
              label: names.get(sum.key) ?? '',
              to: `?${new URLSearchParams({ from: usage.from, to: usage.to, person: sum.key })}`,
            }))}
          />
        </Section>
      )}
      <Section title={t('by.mode')}>
        <BarList
          total={tokens}
          bars={sumBy(usage.items, ({ mode }) => mode).map((sum) => ({
            ...barOf(sum),
            label: modes.get(sum.key) ?? sum.key,
          }))}
        />
      </Section>
      <Section title={t('by.model')}>
        <UsageTable rows={usage.items} />
      </Section>
    </>
  )
}
