import { hasAccreditation } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../lib/session.ts'
import { NoRight } from '../../page/no-right.tsx'
import { PageBar } from '../../page/page-bar.tsx'
import { SupervisionTabs } from '../../page/supervision-tabs.tsx'
import { ProvidersView } from './providers-view.tsx'

/** Which engine answers WIBOT, how well, and a trial of each. */
export function ProvidersPage() {
  const { t } = useTranslation('providers')
  const { user } = useMe()
  const mayRead = hasAccreditation(user.accreditation, 'N3')
  return (
    <>
      <PageBar title={t('title')} />
      {mayRead ? (
        <>
          <SupervisionTabs />
          <ProvidersView />
        </>
      ) : (
        <NoRight needed="N3" />
      )}
    </>
  )
}
