import {
  KnowledgeGaps,
  KnowledgeMark,
  KnowledgeMarks,
  KnowledgeState,
  ListedDocuments,
  type MarkState,
  type ResolveMarkInput,
  StartedRun,
  TriedSearch,
  type TrySearchInput,
} from '@hub/contracts'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { queryKeys } from '../../lib/query-keys.ts'

const { knowledge } = queryKeys
export const knowledgeKeys = {
  all: knowledge,
  documents: [...knowledge, 'documents'],
  searches: [...knowledge, 'search'],
}

/** What the list of documents is narrowed to, as it stands in the address. */
export interface DocumentFilters {
  q?: string | undefined
  kind?: string | undefined
  client?: string | undefined
  state?: string | undefined
}

const pageSize = 200

/** The documents that the reader may see, page after page. */
export const documentsQuery = (filters: DocumentFilters) =>
  infiniteQueryOptions({
    queryKey: [...knowledgeKeys.documents, filters],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      api.get('/api/knowledge/documents', ListedDocuments, {
        signal,
        query: { ...filters, cursor: pageParam, limit: pageSize },
      }),
    getNextPageParam: (page) => page.nextCursor,
  })

export const marksQuery = (filters: { state?: MarkState; document?: string }) =>
  infiniteQueryOptions({
    queryKey: [...knowledge, 'marks', filters],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      api.get('/api/knowledge/marks', KnowledgeMarks, { signal, query: { ...filters, cursor: pageParam } }),
    getNextPageParam: (page) => page.nextCursor,
  })

export const gapsQuery = infiniteQueryOptions({
  queryKey: [...knowledge, 'gaps'],
  initialPageParam: '',
  queryFn: ({ signal, pageParam }) =>
    api.get('/api/knowledge/gaps', KnowledgeGaps, { signal, query: { cursor: pageParam } }),
  getNextPageParam: (page) => page.nextCursor,
})

const whileRunningMs = 1_000
const otherwiseMs = 15_000

/** How documents come in; read again every second while that goes on. */
export const stateQuery = queryOptions({
  queryKey: [...knowledge, 'state'],
  queryFn: ({ signal }) => api.get('/api/knowledge/ingestion', KnowledgeState, { signal }),
  refetchInterval: ({ state }) => (state.data?.ingestion.current ? whileRunningMs : otherwiseMs),
})

export const startIngestion = () => api.post('/api/knowledge/ingestion', StartedRun)

/** A question tried on the base. Each reading counts as asking, so that only the reader has it read again. */
export const searchQuery = (input: TrySearchInput) =>
  queryOptions({
    queryKey: [...knowledgeKeys.searches, input],
    queryFn: () => api.post('/api/knowledge/search', TriedSearch, input),
    staleTime: Number.POSITIVE_INFINITY,
  })

export const resolveMark = (id: string, input: ResolveMarkInput) =>
  api.post(`/api/knowledge/marks/${encodeURIComponent(id)}/resolve`, KnowledgeMark, input)

export const dismissGap = (id: string) =>
  api.command('POST', `/api/knowledge/gaps/${encodeURIComponent(id)}/dismiss`)
