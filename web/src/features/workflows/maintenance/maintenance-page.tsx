import { hasAccreditation } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useMe } from '../../../lib/session.ts'
import { NoRight } from '../../../page/no-right.tsx'
import { PageBar } from '../../../page/page-bar.tsx'
import { WorkflowTabs } from '../tabs.tsx'
import { PlanView } from './plan-view.tsx'
import { WindowsView } from './windows-view.tsx'

/** Planned works, which SENTINEL bears with; with `?plan` the form of a new one. */
export function MaintenancePage() {
  const { t } = useTranslation('workflows')
  const { user } = useMe()
  const [params] = useSearchParams()
  const mayPlan = hasAccreditation(user.accreditation, 'N3')
  return (
    <>
      <PageBar title={t('title')} />
      {hasAccreditation(user.accreditation, 'N2') ? (
        <div className="flex flex-col gap-4 p-4 md:p-6 md:pt-3">
          <WorkflowTabs />
          {params.has('plan') && mayPlan ? <PlanView /> : <WindowsView mayPlan={mayPlan} />}
        </div>
      ) : (
        <NoRight needed="N2" />
      )}
    </>
  )
}
