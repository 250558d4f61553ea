import { type TriedSearch, TrySearchInput } from '@hub/contracts'
import { useIsFetching, useQuery, useQueryClient } from '@tanstack/react-query'
import { FileSearch, SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { Loaded } from '../../../page/loaded.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { knowledgeKeys, searchQuery } from '../knowledge-api.ts'
import { FoundPassage } from './found-passage.tsx'
import { QuestionForm } from './question-form.tsx'
import { SearchNotes } from './search-notes.tsx'

/** A question as WIBOT would ask it, with why each passage is in its place. */
export function SearchView() {
  const { t } = useTranslation('knowledge')
  const cache = useQueryClient()
  const isAsking = useIsFetching({ queryKey: knowledgeKeys.searches }) > 0
  const [params, setParams] = useSearchParams()
  const client = params.get('client')?.trim()
  const asked = TrySearchInput.safeParse({
    query: params.get('q') ?? '',
    ...(client && { clientName: client }),
  })
  const ask = (query: string, about: string) => {
    // Asked once more, it is searched once more: the documents may be other ones by now.
    const input = { query, ...(about && { clientName: about }) }
    void cache.invalidateQueries({ queryKey: searchQuery(input).queryKey, exact: true })
    setParams({ q: query, ...(about && { client: about }) })
  }
  return (
    <>
      <QuestionForm query={params.get('q') ?? ''} client={client ?? ''} isBusy={isAsking} onAsk={ask} />
      {asked.success ? (
        <Results input={asked.data} />
      ) : (
        <EmptyState icon={FileSearch} title={t('search.start')} className="px-0">
          {t('search.startHelp')}
        </EmptyState>
      )}
    </>
  )
}

function Results({ input }: { input: TrySearchInput }) {
  const { t } = useTranslation('knowledge')
  const query = useQuery(searchQuery(input))
  return (
    <Loaded query={query} failed={t('search.failed')}>
      {(tried) => (
        <>
          <SearchNotes tried={tried} />
          {tried.passages.length === 0 ? (
            <EmptyState icon={SearchX} title={t('search.none')} className="px-0">
              {t('search.noneHelp')}
            </EmptyState>
          ) : (
            <Ranked tried={tried} />
          )}
        </>
      )}
    </Loaded>
  )
}

function Ranked({ tried: { passages, explanation } }: { tried: TriedSearch }) {
  const best = Math.max(...explanation.passages.flatMap(({ legs }) => legs.map(({ adds }) => adds)))
  return (
    <ol className="flex flex-col border-t">
      {passages.map((passage, index) => (
        <FoundPassage
          key={passage.chunkId}
          passage={passage}
          place={index + 1}
          most={best}
          why={explanation.passages.find(({ chunkId }) => chunkId === passage.chunkId)}
        />
      ))}
    </ol>
  )
}
