import { hasAccreditation } from '@hub/contracts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useMe } from '../../lib/session.ts'
import { Loaded } from '../../page/loaded.tsx'
import { PageBar } from '../../page/page-bar.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { PersonPicker } from './person-picker.tsx'
import { UsageFilters } from './usage-filters.tsx'
import { readUsagePeriod } from './usage-period.ts'
import { usageQuery } from './usage-query.ts'
import { UsageView } from './usage-view.tsx'

/** The tokens of the reader: the month against the quota, then any period by day, mode and model. */
export function UsagePage() {
  const { t } = useTranslation('usage')
  const { user } = useMe()
  const [params] = useSearchParams()
  const mayChoose = hasAccreditation(user.accreditation, 'N4')
  const person = (mayChoose && params.get('person')) || undefined
  const period = readUsagePeriod(params)
  const query = useQuery(usageQuery(period, person))
  return (
    <>
      <PageBar title={t('title')} />
      <div className="flex max-w-[1040px] flex-col gap-6 p-4 md:p-6">
        <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
          <UsageFilters />
          {mayChoose && <PersonPicker period={period} person={person} />}
        </div>
        <Loaded query={query} failed={t('failed')} skeleton={<UsageSkeleton />}>
          {(usage) => (
            <UsageView
              usage={usage}
              person={person}
              isOld={query.isPlaceholderData}
              staleSince={query.error ? new Date(query.dataUpdatedAt) : undefined}
            />
          )}
        </Loaded>
      </div>
    </>
  )
}

function UsageSkeleton() {
  return (
    <div className="flex flex-col gap-6">
      <Skeleton className="h-28" />
      <Skeleton className="h-44" />
      <Skeleton className="h-40" />
    </div>
  )
}
