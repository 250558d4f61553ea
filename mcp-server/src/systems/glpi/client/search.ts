import { type QueryValue, readShape } from '@hub/kernel'
import { SearchResult, type SearchRow } from '../schemas.ts'
import { isRangeExceeded } from './list-rows.ts'
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
  /** Rows to leave out at the beginning. Default 0. */
  start?: number
  signal?: AbortSignal | undefined
}

/** Search of GLPI (protocol section 1.6). Out: `limit` rows from `start` on, and the number that match. */
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

/** Every row that matches, page by page; what is taken away meanwhile only makes the list end sooner. */
export async function searchAll(
  transport: GlpiTransport,
  request: Omit<SearchRequest, 'start'>,
): Promise<SearchRow[]> {
  const rows: SearchRow[] = []
  for (;;) {
    const page = await nextPage(transport, { ...request, start: rows.length })
    rows.push(...page.rows)
    if (page.rows.length === 0 || rows.length >= page.total) return rows
  }
}

async function nextPage(transport: GlpiTransport, request: SearchRequest) {
  try {
    return await search(transport, request)
  } catch (error) {
    if (isRangeExceeded(error)) return { rows: [], total: 0 }
    throw error
  }
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
  const start = request.start ?? 0
  query.range = `${start}-${start + request.limit - 1}`
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
