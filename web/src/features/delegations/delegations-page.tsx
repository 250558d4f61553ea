import { hasAccreditation } from '@hub/contracts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { delegationsQuery } from '../../delegations/queries.ts'
import { splitDelegations } from '../../delegations/split-delegations.ts'
import { useMe } from '../../lib/session.ts'
import { Loaded } from '../../page/loaded.tsx'
import { NoRight } from '../../page/no-right.tsx'
import { SafeguardBar } from '../../page/safeguard-views.tsx'
import { Section } from '../../page/section.tsx'
import { AwayBanner } from './away-banner.tsx'
import { DelegationForm } from './delegation-form.tsx'
import { DelegationList } from './delegation-list.tsx'

/** "While I am away": who decides in whose name, and until when. */
export function DelegationsPage() {
  const { user } = useMe()
  return (
    <>
      <SafeguardBar view="delegations" />
      {hasAccreditation(user.accreditation, 'N1') ? <DelegationsView /> : <NoRight needed="N1" />}
    </>
  )
}

function DelegationsView() {
  const { t } = useTranslation('delegations')
  const { user } = useMe()
  const query = useQuery(delegationsQuery)
  const canDelegate = hasAccreditation(user.accreditation, 'N2')
  return (
    <div className="flex max-w-[1120px] flex-col gap-6 p-4 md:p-6">
      <Loaded query={query} failed={t('failed')}>
        {({ items }) => {
          const { given, received, others } = splitDelegations(items, user.id)
          return (
            <>
              <AwayBanner given={given} received={received} />
              <div className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-[420px_minmax(0,1fr)]">
                {canDelegate ? (
                  <Section title={t('create.title')} help={t('create.help')}>
                    <DelegationForm />
                  </Section>
                ) : (
                  <p className="text-muted text-sm">{t('create.noRight')}</p>
                )}
                <div className="flex min-w-0 flex-col gap-6">
                  {canDelegate && (
                    <Section title={t('given.title')}>
                      <DelegationList delegations={given} empty={t('given.empty')} shows="to" />
                    </Section>
                  )}
                  <Section title={t('received.title')}>
                    <DelegationList delegations={received} empty={t('received.empty')} shows="from" />
                  </Section>
                  {hasAccreditation(user.accreditation, 'N3') && (
                    <Section title={t('others.title')}>
                      <DelegationList delegations={others} empty={t('others.empty')} shows="both" />
                    </Section>
                  )}
                </div>
              </div>
            </>
          )
        }}
      </Loaded>
    </div>
  )
}
