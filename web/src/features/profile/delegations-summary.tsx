import { hasAccreditation } from '@hub/contracts'
import { useQuery } from '@tanstack/react-query'
import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { delegationsQuery } from '../../delegations/queries.ts'
import { isOpen, splitDelegations } from '../../delegations/split-delegations.ts'
import { useLocale } from '../../i18n/use-locale.ts'
import { useMe } from '../../lib/session.ts'
import { formatDate } from '../../lib/time.ts'
import { Loaded } from '../../page/loaded.tsx'
import { Section } from '../../page/section.tsx'
import { Button } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'

/** Who decides for me and for whom I decide, now or soon; the page of delegations has the rest. */
export function DelegationsSummary() {
  const { t } = useTranslation('profile')
  const locale = useLocale()
  const { user } = useMe()
  const query = useQuery(delegationsQuery)
  const when = (at: string) => formatDate(new Date(at), locale)
  return (
    <Section
      title={t('delegations.title')}
      actions={
        <Button asChild className="max-md:h-11">
          <Link to="/safeguard/delegations">
            {t(hasAccreditation(user.accreditation, 'N2') ? 'delegations.manage' : 'delegations.see')}
            <ArrowRight aria-hidden />
          </Link>
        </Button>
      }
    >
      <Loaded query={query} failed={t('delegations.failed')} skeleton={<Skeleton className="h-10" />}>
        {({ items }) => {
          const { given, received } = splitDelegations(items.filter(isOpen), user.id)
          if (given.length + received.length === 0)
            return <p className="text-muted text-sm">{t('delegations.none')}</p>
          return (
            <ul className="divide-y border-y text-sm">
              {given.map(({ id, to, startsAt, endsAt }) => (
                <li key={id} className="py-2 tabular">
                  {t('delegations.given', {
                    name: to.displayName,
                    from: when(startsAt),
                    until: when(endsAt),
                  })}
                </li>
              ))}
              {received.map(({ id, from, startsAt, endsAt }) => (
                <li key={id} className="py-2 tabular">
                  {t('delegations.received', {
                    name: from.displayName,
                    from: when(startsAt),
                    until: when(endsAt),
                  })}
                </li>
              ))}
            </ul>
          )
        }}
      </Loaded>
    </Section>
  )
}
