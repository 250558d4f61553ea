import type { MaintenanceWindow } from '@hub/contracts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { CalendarClock, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Loaded } from '../../../page/loaded.tsx'
import { MoreButton } from '../../../page/more-button.tsx'
import { Section } from '../../../page/section.tsx'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { openWindowsQuery, pastWindowsQuery } from './maintenance-api.ts'
import { WindowRow } from './window-row.tsx'

/** What goes on, what comes and what is past. */
export function WindowsView({ mayPlan }: { mayPlan: boolean }) {
  const { t } = useTranslation('workflows')
  const query = useQuery(openWindowsQuery)
  const plan = mayPlan && (
    <Button asChild variant="primary" className="max-md:h-11">
      <Link to="/workflows/maintenance?plan">
        <Plus aria-hidden />
        {t('maintenance.plan')}
      </Link>
    </Button>
  )
  return (
    <div className="flex max-w-[960px] flex-col gap-6">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-[70ch] text-muted text-sm">{t('maintenance.help')}</p>
        {query.data && query.data.items.length > 0 && plan}
      </div>
      <Loaded query={query} failed={t('maintenance.failed')} skeleton={<Skeleton className="h-40" />}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={CalendarClock} title={t('maintenance.none')} action={plan} className="px-0">
              {t('maintenance.noneHelp')}
            </EmptyState>
          ) : (
            <>
              <Windows state="current" items={items} mayPlan={mayPlan} />
              <Windows state="coming" items={items} mayPlan={mayPlan} />
            </>
          )
        }
      </Loaded>
      <PastWindows />
    </div>
  )
}

function Windows({
  state,
  items,
  mayPlan,
}: {
  state: 'current' | 'coming'
  items: readonly MaintenanceWindow[]
  mayPlan: boolean
}) {
  const { t } = useTranslation('workflows')
  const shown = items.filter((one) => one.state === state)
  if (shown.length === 0) return null
  const inOrder = state === 'coming' ? shown.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt)) : shown
  return (
    <Section title={t(`maintenance.${state}`)}>
      <ul className="flex flex-col rounded-card border bg-surface">
        {inOrder.map((window) => (
          <WindowRow key={window.id} window={window} mayPlan={mayPlan} />
        ))}
      </ul>
    </Section>
  )
}

function PastWindows() {
  const { t } = useTranslation('workflows')
  const query = useInfiniteQuery(pastWindowsQuery)
  return (
    <Section title={t('maintenance.past')}>
      <Loaded query={query} failed={t('maintenance.failed')} skeleton={<Skeleton className="h-20" />}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (items.length === 0) return <p className="text-muted text-sm">{t('maintenance.noPast')}</p>
          return (
            <>
              <ul className="flex flex-col rounded-card border bg-surface">
                {items.map((window) => (
                  <WindowRow key={window.id} window={window} mayPlan={false} />
                ))}
              </ul>
              <MoreButton query={query} label={t('maintenance.more')} className="self-start" />
            </>
          )
        }}
      </Loaded>
    </Section>
  )
}
