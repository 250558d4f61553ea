import { workflowNames } from '@hub/contracts'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Select } from '../../../ui/select.tsx'
import { workflowTitle } from '../words/workflow-mark.tsx'
import { PeriodFilter } from './period-filter.tsx'
import { stateFilters } from './run-filters.ts'
import { SearchFilter } from './search-filter.tsx'
import type { useRunFilters } from './use-run-filters.ts'

/** Words, workflow, state and period; each is in the address. */
export function FiltersBar({ runs }: { runs: ReturnType<typeof useRunFilters> }) {
  const { t } = useTranslation('workflows')
  const { filters, isFiltered, change, clear } = runs
  return (
    <search
      aria-label={t('filters.label')}
      className="flex flex-wrap items-center gap-2 max-md:grid max-md:grid-cols-2"
    >
      <SearchFilter value={filters.search ?? ''} onChange={(q) => change({ q }, true)} />
      <Select
        label={t('filters.workflow')}
        value={filters.workflow ?? ''}
        onChange={(workflow) => change({ workflow })}
        options={[
          { value: '', label: t('filters.anyWorkflow') },
          ...workflowNames.map((name) => ({ value: name, label: workflowTitle(name) })),
        ]}
      />
      <Select
        label={t('filters.state')}
        value={filters.state ?? ''}
        onChange={(state) => change({ state })}
        options={[
          { value: '', label: t('filters.anyState') },
          ...stateFilters.map((state) => ({ value: state, label: t(`state.${state}`) })),
        ]}
      />
      <PeriodFilter period={filters.period} onChange={change} />
      {isFiltered && (
        <Button variant="ghost" onClick={clear} className="max-md:h-11">
          <X aria-hidden />
          {t('filters.clear')}
        </Button>
      )}
    </search>
  )
}
