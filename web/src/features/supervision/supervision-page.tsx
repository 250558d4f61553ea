import { hasAccreditation } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../lib/session.ts'
import { NoRight } from '../../page/no-right.tsx'
import { PageBar } from '../../page/page-bar.tsx'
import { SupervisionTabs } from '../../page/supervision-tabs.tsx'
import { SafeguardFigures } from './safeguard-figures.tsx'

/** How SAFEGUARD is doing, for those who watch the service. */
export function SupervisionPage() {
  const { t } = useTranslation('supervision')
  const { user } = useMe()
  return (
    <>
      <PageBar title={t('title')} />
      {hasAccreditation(user.accreditation, 'N3') ? (
        <>
          <SupervisionTabs />
          <SafeguardFigures />
        </>
      ) : (
        <NoRight needed="N3" />
      )}
    </>
  )
}
