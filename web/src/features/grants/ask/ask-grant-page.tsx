import { hasAccreditation } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../lib/session.ts'
import { NoRight } from '../../../page/no-right.tsx'
import { SafeguardBar } from '../../../page/safeguard-views.tsx'
import { Section } from '../../../page/section.tsx'
import { AskGrantForm } from './ask-grant-form.tsx'

/** Asks for a yes in advance. */
export function AskGrantPage() {
  const { t } = useTranslation('grants')
  const { user } = useMe()
  return (
    <>
      <SafeguardBar view="grants" />
      {hasAccreditation(user.accreditation, 'N2') ? (
        <div className="max-w-[760px] p-4 md:p-6">
          <Section title={t('ask.title')} help={t('what')}>
            <AskGrantForm />
          </Section>
        </div>
      ) : (
        <NoRight needed="N2" />
      )}
    </>
  )
}
