import { type QueryValue, readShape } from '@hub/kernel'
import { type Cell, SearchResult, type SearchRow } from '../schemas.ts'
import type { GlpiTransport } from './transport.ts'

type Link = 'AND' | 'OR' | 'AND NOT' | 'OR NOT'
export type SearchType = 'contains' | 'equals' | 'notequals' | 'lessthan' | 'morethan' | 'under'

/** One condition, or a group of them in brackets; `link` defaults to AND. */
export type Criterion =
  | { link?: Link; field: number; type: SearchType; value: string | number }
  | { link?: Link; group: Criterion[] }

export interface SearchRequest {
  itemtype: string
  criteria: Criterion[]
  /** Ids of search options to read. */
  columns: number[]
  sort?: { option: number; order: 'ASC' | 'DESC' }
  limit: number
  signal?: AbortSignal | undefined
}

/** Search of GLPI (protocol section 1.6). Out: the first `limit` rows and the number that match. */
export async function search(
  transport: GlpiTransport,
  request: SearchRequest,
): Promise<{ rows: SearchRow[]; total: number }> {
  const answer = await transport.call({
    path: `/search/${request.itemtype}`,
    query: searchQuery(request),
    ...(request.signal && { signal: request.signal }),
  })
  const found = readShape(SearchResult, answer.data, { system: 'GLPI', what: 'the search' })
  return { rows: found.data, total: found.totalcount }
}

/** The query of a search request; pure. */
export function searchQuery(request: SearchRequest): Record<string, QueryValue> {
  const query: Record<string, QueryValue> = {}
  addCriteria(query, 'criteria', request.criteria)
  request.columns.forEach((column, index) => {
    query[`forcedisplay[${index}]`] = column
  })
  if (request.sort !== undefined) {
    query.sort = request.sort.option
    query.order = request.sort.order
  }
  query.range = `0-${request.limit - 1}`
  return query
}

function addCriteria(query: Record<string, QueryValue>, path: string, criteria: Criterion[]): void {
  criteria.forEach((criterion, index) => {
    const at = `${path}[${index}]`
    if (index > 0) query[`${at}[link]`] = criterion.link ?? 'AND'
    if ('group' in criterion) {
      addCriteria(query, `${at}[criteria]`, criterion.group)
    } else {
      query[`${at}[field]`] = criterion.field
      query[`${at}[searchtype]`] = criterion.type
      query[`${at}[value]`] = criterion.value
    }
  })
}

/** First value of a cell as text, or null. */
export function cellText(cell: Cell | undefined): string | null {
  const value = Array.isArray(cell) ? cell[0] : cell
  return value === null || value === undefined || value === '' ? null : String(value)
}

/** First value of a cell as a number, or null. */
export function cellNumber(cell: Cell | undefined): number | null {
  const value = Number(cellText(cell) ?? Number.NaN)
  return Number.isFinite(value) ? value : null
}
