import { type MarkState, markStates } from '@hub/contracts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Flag } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { PagedList } from '../../../page/paged-list.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { marksQuery } from '../knowledge-api.ts'
import { MarkItem } from './mark-item.tsx'

/** Passages that people reported, by what became of that. */
export function MarksView() {
  const { t } = useTranslation('knowledge')
  const [params, setParams] = useSearchParams()
  const state = markStates.find((one) => one === params.get('state')) ?? 'open'
  const query = useInfiniteQuery(marksQuery({ state }))
  return (
    <>
      <p className="max-w-[80ch] text-muted text-sm">{t('marks.help')}</p>
      <Segmented<MarkState>
        label={t('marks.state')}
        value={state}
        onChange={(next) => setParams({ state: next }, { replace: true })}
        options={markStates.map((value) => ({ value, label: t(`marks.${value}`) }))}
        className="max-md:flex md:self-start"
      />
      <PagedList
        query={query}
        failed={t('marks.failed')}
        empty={
          <EmptyState icon={Flag} title={t('marks.empty')} className="px-0">
            {t('marks.emptyHelp')}
          </EmptyState>
        }
        row={(mark) => (
          <li key={mark.id} className="border-b py-3">
            <MarkItem mark={mark} withDocument />
          </li>
        )}
      />
    </>
  )
}
