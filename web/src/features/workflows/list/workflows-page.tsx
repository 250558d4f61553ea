import { hasAccreditation } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../lib/session.ts'
import { NoRight } from '../../../page/no-right.tsx'
import { PageBar } from '../../../page/page-bar.tsx'
import { SwitchesView } from '../switches/switches-view.tsx'
import { WorkflowTabs } from '../tabs.tsx'
import { RunsView } from './runs-view.tsx'

/** How the workflows are switched, and every run of them. */
export function WorkflowsPage() {
  const { t } = useTranslation('workflows')
  const { user } = useMe()
  return (
    <>
      <PageBar title={t('title')} />
      {hasAccreditation(user.accreditation, 'N1') ? (
        <div className="flex flex-col gap-4 p-4 md:p-6 md:pt-3">
          <WorkflowTabs />
          <SwitchesView />
          <RunsView />
        </div>
      ) : (
        <NoRight needed="N1" />
      )}
    </>
  )
}
