import { useQuery } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Loaded } from '../../../page/loaded.tsx'
import { Section } from '../../../page/section.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { placesQuery } from './maintenance-api.ts'
import { PlanForm } from './plan-form.tsx'

/** A new maintenance. */
export function PlanView() {
  const { t } = useTranslation('workflows')
  const query = useQuery(placesQuery)
  return (
    <div className="flex max-w-[760px] flex-col gap-3">
      <Link
        to="/workflows/maintenance"
        className="inline-flex min-h-8 items-center gap-1.5 self-start text-muted text-sm hover:text-ink max-md:min-h-11"
      >
        <ArrowLeft aria-hidden className="size-4" strokeWidth={1.75} />
        {t('maintenance.back')}
      </Link>
      <Section title={t('maintenance.plan')} help={t('maintenance.help')}>
        <Loaded
          query={query}
          failed={t('maintenance.form.placesFailed')}
          skeleton={<Skeleton className="h-96" />}
        >
          {(places) => <PlanForm places={places} />}
        </Loaded>
      </Section>
    </div>
  )
}
