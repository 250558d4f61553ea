import { hasAccreditation } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useMe } from '../../lib/session.ts'
import { LinkTabs } from '../../page/link-tabs.tsx'
import { NoRight } from '../../page/no-right.tsx'
import { SafeguardBar } from '../../page/safeguard-views.tsx'
import { DryRunView } from './dry-run/dry-run-view.tsx'
import { InForceView } from './in-force/in-force-view.tsx'
import { YamlView } from './in-force/yaml-view.tsx'
import { TryView } from './try/try-view.tsx'

const views = [
  { key: 'inForce', path: undefined, from: 'N2', component: InForceView },
  { key: 'yaml', path: 'yaml', from: 'N2', component: YamlView },
  { key: 'try', path: 'try', from: 'N3', component: TryView },
  { key: 'dryRun', path: 'dry-run', from: 'N3', component: DryRunView },
] as const

/** What SAFEGUARD asks before an action runs, and ways to try it. Nothing here changes the policy: its file does. */
export function PolicyPage() {
  const { t } = useTranslation('policy')
  const { user } = useMe()
  const { view: path } = useParams()
  const [first] = views
  const view = views.find((one) => one.path === path) ?? first
  const tabs = views.filter(({ from }) => hasAccreditation(user.accreditation, from))
  const View = view.component
  return (
    <>
      <SafeguardBar view="policy" />
      {hasAccreditation(user.accreditation, view.from) ? (
        <div className="flex max-w-[1120px] flex-col gap-6 p-4 md:p-6 md:pt-3">
          <LinkTabs
            label={t('tabs.label')}
            tabs={tabs.map((tab) => ({
              to: tab.path ? `/safeguard/policy/${tab.path}` : '/safeguard/policy',
              label: t(`tabs.${tab.key}`),
            }))}
          />
          <View />
        </div>
      ) : (
        <NoRight needed={view.from} />
      )}
    </>
  )
}
