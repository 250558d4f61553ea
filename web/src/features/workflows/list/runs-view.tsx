import { useQuery } from '@tanstack/react-query'
import { ArrowLeft, ArrowRight, SearchX, Workflow } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Loaded } from '../../../page/loaded.tsx'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { runsQuery } from '../workflows-api.ts'
import { FiltersBar } from './filters-bar.tsx'
import { RunsTable } from './runs-table.tsx'
import { useRunFilters } from './use-run-filters.ts'

/** One page of the runs with its filters. */
export function RunsView() {
  const { t } = useTranslation('workflows')
  const runs = useRunFilters()
  const query = useQuery(runsQuery(runs.filters))
  const nextCursor = query.data?.nextCursor
  return (
    <div className="flex flex-col gap-3">
      <FiltersBar runs={runs} />
      <Loaded query={query} failed={t('failed')} skeleton={<Skeleton className="h-96" />}>
        {({ items }) =>
          items.length === 0 ? (
            <NoRuns isFiltered={runs.isFiltered} onClear={runs.clear} />
          ) : (
            <RunsTable runs={items} isOld={query.isPlaceholderData} />
          )
        }
      </Loaded>
      {query.data && (runs.previous || nextCursor) && (
        <div className="flex flex-wrap items-center gap-3">
          <Button onClick={runs.previous} disabled={!runs.previous} className="max-md:h-11">
            <ArrowLeft aria-hidden />
            {t('newer')}
          </Button>
          <span className="text-muted text-sm tabular">{t('page', { page: runs.page })}</span>
          <Button
            onClick={() => nextCursor && runs.next(nextCursor)}
            disabled={!nextCursor || query.isPlaceholderData}
            className="max-md:h-11"
          >
            {t('older')}
            <ArrowRight aria-hidden />
          </Button>
        </div>
      )}
    </div>
  )
}

function NoRuns({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  const { t } = useTranslation('workflows')
  if (!isFiltered)
    return (
      <EmptyState icon={Workflow} title={t('empty.title')} className="px-0">
        {t('empty.help')}
      </EmptyState>
    )
  return (
    <EmptyState
      icon={SearchX}
      title={t('empty.noMatch')}
      className="px-0"
      action={
        <Button onClick={onClear} className="max-md:h-11">
          {t('filters.clear')}
        </Button>
      }
    >
      {t('empty.noMatchHelp')}
    </EmptyState>
  )
}
