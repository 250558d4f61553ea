import { KnowledgeDocument } from '@hub/contracts'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../lib/api.ts'
import { queryKeys } from '../lib/query-keys.ts'

/** A document of the knowledge base with its passages. */
export function documentQuery(id: string) {
  return queryOptions({
    queryKey: [...queryKeys.knowledge, 'document', id],
    queryFn: ({ signal }) =>
      api.get(`/api/knowledge/documents/${encodeURIComponent(id)}`, KnowledgeDocument, { signal }),
  })
}
