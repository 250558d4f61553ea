import { hasAccreditation } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useMe } from '../../lib/session.ts'
import { LinkTabs } from '../../page/link-tabs.tsx'
import { NoRight } from '../../page/no-right.tsx'
import { PageBar } from '../../page/page-bar.tsx'
import { GapsView } from './gaps/gaps-view.tsx'
import { IngestionView } from './ingestion/ingestion-view.tsx'
import { CasesView, DocumentsView } from './list/documents-view.tsx'
import { MarksView } from './marks/marks-view.tsx'
import { SearchView } from './search/search-view.tsx'

const views = [
  { key: 'documents', path: undefined, from: 'N1', component: DocumentsView },
  { key: 'cases', path: 'cases', from: 'N1', component: CasesView },
  { key: 'search', path: 'search', from: 'N1', component: SearchView },
  { key: 'ingestion', path: 'ingestion', from: 'N1', component: IngestionView },
  { key: 'marks', path: 'marks', from: 'N1', component: MarksView },
  { key: 'gaps', path: 'gaps', from: 'N2', component: GapsView },
] as const

/** What WIBOT answers from: the documents, how they come in, how they are found, and what is wrong or missing. */
export function KnowledgePage() {
  const { t } = useTranslation('knowledge')
  const { user } = useMe()
  const { view: path } = useParams()
  const [first] = views
  const view = views.find((one) => one.path === path) ?? first
  const tabs = views.filter(({ from }) => hasAccreditation(user.accreditation, from))
  const View = view.component
  return (
    <>
      <PageBar title={t('title')} />
      {hasAccreditation(user.accreditation, view.from) ? (
        <div className="flex max-w-[1120px] flex-col gap-4 p-4 md:p-6 md:pt-3">
          <LinkTabs
            label={t('tabs.label')}
            tabs={tabs.map((tab) => ({
              to: tab.path ? `/knowledge/${tab.path}` : '/knowledge',
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
