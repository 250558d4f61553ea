import type { GlpiCall, GlpiReply } from '../call.ts'
import type { Cell, Row } from '../database.ts'
import { badRequest, GlpiError } from '../glpi-error.ts'
import { type Itemtype, itemtypes } from '../itemtypes.ts'
import { isOn, type QueryTree, textAt } from '../php-query.ts'
import { presentItem } from '../present.ts'
import { rangeHeaders, readRange } from '../range.ts'
import { likePattern } from '../search/like.ts'
import { createVisibility } from '../visibility.ts'

function compareCells(a: Cell | undefined, b: Cell | undefined): number {
  if (a === b) return 0
  if (a === null || a === undefined) return -1
  if (b === null || b === undefined) return 1
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a).localeCompare(String(b), 'fr')
}

function sortRows(rows: Row[], query: QueryTree, type: Itemtype): Row[] {
  const column = textAt(query, 'sort') ?? 'id'
  const sample = rows[0]
  if (sample && !(column in sample)) throw badRequest(`sort param is not a field of ${itemtypes[type].table}`)
  const order = (textAt(query, 'order') ?? 'ASC').toUpperCase()
  if (order !== 'ASC' && order !== 'DESC') throw badRequest('order must be DESC or ASC')
  const sign = order === 'DESC' ? -1 : 1
  return rows.sort((a, b) => sign * compareCells(a[column], b[column]) || a.id - b.id)
}

function textFilter(query: QueryTree, sample: Row | undefined): (row: Row) => boolean {
  const wanted = typeof query.searchText === 'object' ? Object.entries(query.searchText) : []
  for (const [column] of wanted) {
    if (sample && !(column in sample))
      throw new GlpiError(400, 'ERROR_FIELD_NOT_FOUND', `Champ inconnu : ${column}`)
  }
  const tests = wanted.map(([column, value]) => ({ column, like: likePattern(String(value)) }))
  return (row) => tests.every(({ column, like }) => like(String(row[column] ?? '')))
}

/** Lists rows that pass `belongs` with paging, sorting and searchText (1.5); 206 when the window is partial. */
export function listItems(
  call: GlpiCall,
  type: Itemtype,
  belongs: (row: Row) => boolean = () => true,
): GlpiReply {
  const { query, server } = call
  const isVisible = createVisibility(call)
  const wantsDeleted = isOn(query, 'is_deleted')
  const visible = server.db.all(type).filter((row) => belongs(row) && isVisible(type, row))
  const matching = visible
    .filter((row) => !('is_deleted' in row) || (row.is_deleted === 1) === wantsDeleted)
    .filter(textFilter(query, visible[0]))
  const { start, length } = readRange(query, matching.length)
  const page = sortRows(matching, query, type).slice(start, start + length)
  const isIdOnly = isOn(query, 'only_id')
  return {
    status: page.length < matching.length ? 206 : 200,
    body: page.map((row) => (isIdOnly ? { id: row.id } : presentItem(call, type, row))),
    headers: rangeHeaders(type, { start, count: page.length, total: matching.length }),
  }
}
