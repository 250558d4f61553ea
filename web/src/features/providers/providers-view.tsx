import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Loaded } from '../../page/loaded.tsx'
import { Section } from '../../page/section.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Freshness } from './freshness.tsx'
import { ProviderCard } from './provider-card.tsx'
import { providersQuery } from './providers-query.ts'
import { WhoAnswers } from './who-answers.tsx'

/** Who answers now, then every engine in the order in which it is tried. */
export function ProvidersView() {
  const { t } = useTranslation('providers')
  const query = useQuery(providersQuery)
  return (
    <div className="flex max-w-[1040px] flex-col gap-6 p-4 md:p-6 md:pt-4">
      <Loaded
        query={query}
        failed={t('failed')}
        skeleton={
          <>
            <Skeleton className="h-16" />
            <Skeleton className="h-64" />
            <Skeleton className="h-64" />
          </>
        }
      >
        {({ items, measuredBy }) => (
          <>
            <WhoAnswers items={items} />
            <Freshness
              measuredBy={measuredBy}
              readAt={new Date(query.dataUpdatedAt)}
              isStale={query.error !== null}
            />
            <Section title={t('order.title')} help={t('order.help')}>
              <ol className="flex flex-col gap-4">
                {items.map((provider, index) => (
                  <li key={provider.id}>
                    <ProviderCard provider={provider} rank={index + 1} measuredSince={measuredBy.since} />
                  </li>
                ))}
              </ol>
            </Section>
          </>
        )}
      </Loaded>
    </div>
  )
}
