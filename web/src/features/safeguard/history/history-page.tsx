import { hasAccreditation } from '@hub/contracts'
import { useQuery } from '@tanstack/react-query'
import { ArrowLeft, ArrowRight, History } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { errorRequestId, errorSentence } from '../../../lib/error-sentence.ts'
import { useMe } from '../../../lib/session.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { NoRight } from '../no-right.tsx'
import { ViewsBar } from '../views-bar.tsx'
import { FiltersBar } from './filters-bar.tsx'
import { historyQuery } from './history-query.ts'
import { HistoryTable } from './history-table.tsx'
import { useHistoryFilters } from './use-history-filters.ts'

/** Every decided request, as a table with filters. */
export function HistoryPage() {
  const { user } = useMe()
  return (
    <>
      <ViewsBar view="history" />
      {hasAccreditation(user.accreditation, 'N1') ? <HistoryView /> : <NoRight level={user.accreditation} />}
    </>
  )
}

function HistoryView() {
  const { t } = useTranslation('safeguard')
  const history = useHistoryFilters()
  const { data, isPlaceholderData } = useQuery(historyQuery(history.filters))
  const nextCursor = data?.nextCursor
  return (
    <div className="flex flex-col gap-3 p-4 md:p-6 md:pt-4">
      <FiltersBar history={history} />
      <Results history={history} />
      {data && (history.previous || nextCursor) && (
        <div className="flex items-center gap-3">
          <Button onClick={history.previous} disabled={!history.previous} className="max-md:h-11">
            <ArrowLeft aria-hidden />
            {t('history.previous')}
          </Button>
          <span className="text-muted text-sm tabular">{t('history.page', { page: history.page })}</span>
          <Button
            onClick={() => nextCursor && history.next(nextCursor)}
            disabled={!nextCursor || isPlaceholderData}
            className="max-md:h-11"
          >
            {t('history.next')}
            <ArrowRight aria-hidden />
          </Button>
        </div>
      )}
    </div>
  )
}

function Results({ history }: { history: ReturnType<typeof useHistoryFilters> }) {
  const { t } = useTranslation('safeguard')
  const { t: tUi } = useTranslation('ui')
  const { data, error, refetch, isPlaceholderData } = useQuery(historyQuery(history.filters))
  if (data && data.items.length > 0) return <HistoryTable approvals={data.items} isOld={isPlaceholderData} />
  if (data) {
    return (
      <EmptyState icon={History} title={t('history.empty')} className="px-2">
        {t('history.emptyHelp')}
      </EmptyState>
    )
  }
  if (!error) return <Skeleton className="h-96" />
  return (
    <ErrorState
      title={t('history.failed')}
      message={errorSentence(error, tUi)}
      requestId={errorRequestId(error)}
      onRetry={() => void refetch()}
    />
  )
}
