import { useSearchParams } from 'react-router'
import type { DocumentFilters } from '../knowledge-api.ts'

const names = ['q', 'kind', 'client', 'state'] as const

/** The filters of the list, kept in the address. */
export function useDocumentFilters() {
  const [params, setParams] = useSearchParams()
  const filters: DocumentFilters = Object.fromEntries(
    names.flatMap((name) => {
      const value = params.get(name)?.trim()
      return value ? [[name, value]] : []
    }),
  )
  return {
    filters,
    isFiltered: Object.keys(filters).length > 0,
    change: (changed: DocumentFilters) =>
      setParams(
        Object.entries({ ...filters, ...changed }).filter((entry): entry is [string, string] => !!entry[1]),
        { replace: true },
      ),
    clear: () => setParams({}, { replace: true }),
  }
}
