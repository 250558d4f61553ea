import type { GlpiCall, GlpiReply } from '../call.ts'
import type { Cell, Row } from '../database.ts'
import { badRequest } from '../glpi-error.ts'
import type { Itemtype } from '../itemtypes.ts'
import { isOn, listAt } from '../php-query.ts'
import { rangeHeaders, readRange } from '../range.ts'
import { sanitiseCell } from '../sanitise.ts'
import { createVisibility } from '../visibility.ts'
import { compileCriteria, optionById } from './criteria.ts'
import type { SearchOption } from './option.ts'
import { implicitColumns, optionsOf, usualColumns } from './options.ts'

type Sorting = readonly { option: SearchOption; order: 'ASC' | 'DESC' }[]

function readSorting(call: GlpiCall, options: readonly SearchOption[]): Sorting {
  const orders = listAt(call.query, 'order').map((order) => String(order).toUpperCase())
  const ids = listAt(call.query, 'sort').map(String)
  return (ids.length > 0 ? ids : ['1']).map((id, index) => {
    const order = orders[index] ?? 'ASC'
    if (order !== 'ASC' && order !== 'DESC') throw badRequest('order must be DESC or ASC')
    return { option: optionById(options, id), order }
  })
}

const compareKeys = (a: Cell, b: Cell) =>
  typeof a === 'number' && typeof b === 'number'
    ? a - b
    : String(a ?? '').localeCompare(String(b ?? ''), 'fr')

function sortRows(call: GlpiCall, rows: Row[], sorting: Sorting): Row[] {
  const { db } = call.server
  const keyOf = (row: Row, { option }: Sorting[number]) =>
    (option.datatype === 'dropdown' ? option.texts(row, db)[0] : option.keys(row, db)[0]) ?? null
  return rows.sort((a, b) => {
    for (const rule of sorting) {
      const difference = compareKeys(keyOf(a, rule), keyOf(b, rule))
      if (difference !== 0) return rule.order === 'DESC' ? -difference : difference
    }
    return a.id - b.id
  })
}

function columnsOf(call: GlpiCall, type: Itemtype, options: readonly SearchOption[]): SearchOption[] {
  const forced = listAt(call.query, 'forcedisplay').map(String)
  const wanted = forced.length > 0 ? forced : usualColumns(type).map(String)
  const ids = new Set([...implicitColumns(type).map(String), ...wanted])
  return [...ids].map((id) => optionById(options, id))
}

function dataRow(call: GlpiCall, row: Row, { type, columns }: { type: Itemtype; columns: SearchOption[] }) {
  const clean = (cell: Cell) => (call.isSanitised ? sanitiseCell(cell) : cell)
  const hasNames = isOn(call.query, 'uid_cols')
  return Object.fromEntries(
    columns.map((option) => {
      const cells = option.cells(row, call.server.db).map(clean)
      const key = hasNames ? `${type}.${option.field}` : String(option.id)
      return [key, cells.length > 1 ? cells : (cells[0] ?? null)]
    }),
  )
}

/** GET /search/:itemtype (1.6). `data` is left out when nothing matched; 206 unless everything is shown. */
export function runSearch(call: GlpiCall, type: Itemtype): GlpiReply {
  const options = optionsOf(type)
  if (!options) throw badRequest(`${type} cannot be searched`)
  const { db, clock } = call.server
  const isVisible = createVisibility(call)
  const test = compileCriteria(listAt(call.query, 'criteria'), { options, db, now: clock() })
  const sorting = readSorting(call, options)
  const columns = columnsOf(call, type, options)
  const inBin = isOn(call.query, 'is_deleted') ? 1 : 0
  const rows = db
    .all(type)
    .filter((row) => (row.is_deleted ?? 0) === inBin && isVisible(type, row) && test(row))
  const { start, length } = readRange(call.query, rows.length)
  const page = sortRows(call, rows, sorting).slice(start, start + length)
  const shown = page.map((row) => [String(row.id), dataRow(call, row, { type, columns })] as const)
  const data = isOn(call.query, 'withindexes') ? Object.fromEntries(shown) : shown.map(([, cells]) => cells)
  return {
    status: page.length < rows.length ? 206 : 200,
    headers: rangeHeaders(type, { start, count: page.length, total: rows.length }),
    body: {
      totalcount: rows.length,
      count: page.length,
      sort: sorting.map(({ option }) => String(option.id)),
      order: sorting.map(({ order }) => order),
      ...(page.length > 0 && { data }),
      'content-range': `${start}-${start + page.length - 1}/${rows.length}`,
    },
  }
}
