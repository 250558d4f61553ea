import { hasAccreditation } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../lib/session.ts'
import { PageBar } from '../../page/page-bar.tsx'
import { Section } from '../../page/section.tsx'
import { DelegationsSummary } from './delegations-summary.tsx'
import { MyData } from './my-data.tsx'
import { TokensSummary } from './tokens-summary.tsx'
import { TwoFactorSection } from './two-factor/two-factor-section.tsx'

/** Who I am for the Hub, how it looks to me, and how I prove that it is me. */
export function ProfilePage() {
  const { t } = useTranslation('profile')
  const { user } = useMe()
  return (
    <>
      <PageBar title={t('title')} />
      <div className="flex max-w-[760px] flex-col gap-8 p-4 md:p-6">
        <Section title={t('me.title')}>
          <MyData />
        </Section>
        <TokensSummary />
        <TwoFactorSection />
        {hasAccreditation(user.accreditation, 'N1') && <DelegationsSummary />}
      </div>
    </>
  )
}
