import { hasAccreditation } from '@hub/contracts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../lib/session.ts'
import { Loaded } from '../../../page/loaded.tsx'
import { NoRight } from '../../../page/no-right.tsx'
import { PageBar } from '../../../page/page-bar.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { WorkflowTabs } from '../tabs.tsx'
import { templatesQuery } from './templates-api.ts'
import { TextsView } from './texts-view.tsx'

/** The texts that SUPPORT writes to clients. */
export function TextsPage() {
  const { t } = useTranslation('workflows')
  const { user } = useMe()
  return (
    <>
      <PageBar title={t('title')} />
      {hasAccreditation(user.accreditation, 'N3') ? (
        <div className="flex flex-col gap-4 p-4 md:p-6 md:pt-3">
          <WorkflowTabs />
          <Texts />
        </div>
      ) : (
        <NoRight needed="N3" />
      )}
    </>
  )
}

function Texts() {
  const { t } = useTranslation('workflows')
  const query = useQuery(templatesQuery)
  return (
    <Loaded query={query} failed={t('texts.failed')} skeleton={<Skeleton className="h-96" />}>
      {({ items }) => <TextsView templates={items} />}
    </Loaded>
  )
}
