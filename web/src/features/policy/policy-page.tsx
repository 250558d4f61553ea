import { useTranslation } from 'react-i18next'
import { SafeguardBar } from '../../page/safeguard-views.tsx'
import { TabbedViews } from '../../page/tabbed-views.tsx'
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
  return (
    <>
      <SafeguardBar view="policy" />
      <TabbedViews
        at="/safeguard/policy"
        views={views}
        label={t('tabs.label')}
        nameOf={(key) => t(`tabs.${key}`)}
      />
    </>
  )
}
