import { useInfiniteQuery } from '@tanstack/react-query'
import { BookOpenText, SearchX } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Loaded } from '../../../page/loaded.tsx'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { documentsQuery } from '../knowledge-api.ts'
import { DocumentRows } from './document-rows.tsx'
import { FiltersBar } from './filters-bar.tsx'
import { useDocumentFilters } from './use-document-filters.ts'

export const DocumentsView = () => <ListView />
export const CasesView = () => <ListView only="case" />

/** The documents, or the cases only, with their filters. */
function ListView({ only }: { only?: 'case' }) {
  const { t } = useTranslation('knowledge')
  const { filters, isFiltered, change, clear } = useDocumentFilters()
  const query = useInfiniteQuery(documentsQuery(only ? { ...filters, kind: only } : filters))
  const { hasNextPage, isFetchingNextPage, fetchNextPage, isFetchNextPageError } = query
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage])
  return (
    <>
      <FiltersBar filters={filters} withKind={!only} isFiltered={isFiltered} change={change} clear={clear} />
      <Loaded query={query} failed={t('list.failed')}>
        {({ pages }) => {
          const documents = pages.flatMap(({ items }) => items)
          if (documents.length === 0 && !hasNextPage)
            return isFiltered ? <NoMatch /> : <NoDocuments only={only} />
          const count = documents.length
          return (
            <>
              <p className="text-muted text-sm tabular" aria-live="polite">
                {t(hasNextPage ? 'list.loading' : 'list.count', { count })}
              </p>
              <DocumentRows documents={documents} />
            </>
          )
        }}
      </Loaded>
    </>
  )
}

function NoMatch() {
  const { t } = useTranslation('knowledge')
  return (
    <EmptyState icon={SearchX} title={t('list.noMatch')} className="px-0">
      {t('list.noMatchHelp')}
    </EmptyState>
  )
}

function NoDocuments({ only }: { only: 'case' | undefined }) {
  const { t } = useTranslation('knowledge')
  return (
    <EmptyState
      icon={BookOpenText}
      className="px-0"
      title={t(only ? 'list.emptyCases' : 'list.empty')}
      action={
        <Button asChild className="max-md:h-11">
          <Link to="/knowledge/ingestion">{t('list.seeIngestion')}</Link>
        </Button>
      }
    >
      {t(only ? 'list.emptyCasesHelp' : 'list.emptyHelp')}
    </EmptyState>
  )
}
