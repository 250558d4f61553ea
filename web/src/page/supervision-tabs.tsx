import { useTranslation } from 'react-i18next'
import { LinkTabs } from './link-tabs.tsx'

/** The views of the supervision, each a page of its own. */
export function SupervisionTabs() {
  const { t } = useTranslation('frame')
  return (
    <div className="px-4 pt-2 md:px-6">
      <LinkTabs
        label={t('supervisionViews.label')}
        tabs={[
          { to: '/supervision/safeguard', label: 'SAFEGUARD' },
          { to: '/supervision/providers', label: t('supervisionViews.providers') },
        ]}
      />
    </div>
  )
}
