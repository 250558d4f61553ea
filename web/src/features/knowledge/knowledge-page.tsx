import { useTranslation } from 'react-i18next'
import { PageBar } from '../../page/page-bar.tsx'
import { TabbedViews } from '../../page/tabbed-views.tsx'
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
  return (
    <>
      <PageBar title={t('title')} />
      <TabbedViews
        at="/knowledge"
        views={views}
        label={t('tabs.label')}
        nameOf={(key) => t(`tabs.${key}`)}
        className="gap-4"
      />
    </>
  )
}
