import type { GlpiCall } from './call.ts'
import type { Cell, Row } from './database.ts'
import { type Itemtype, itemtypes, targetOf } from './itemtypes.ts'
import { isOn, listAt, textAt } from './php-query.ts'
import { sanitiseCell } from './sanitise.ts'

/** Name under which a row appears in dropdowns: completename in trees, else the name. */
export function nameOf(call: Pick<GlpiCall, 'server'>, type: Itemtype, id: number): string {
  const row = call.server.db.find(type, id)
  if (!row) return ''
  if (type === 'User') return [row.realname, row.firstname].filter(Boolean).join(' ') || String(row.name)
  return String(('completename' in row ? row.completename : row.name) ?? '')
}

function linksOf(call: GlpiCall, type: Itemtype, row: Row) {
  return Object.entries(row).flatMap(([column, cell]) => {
    const target = targetOf(column)
    if (!target || cell === null || (cell === 0 && target !== 'Entity')) return []
    return target === type && column === itemtypes[type].foreignKey
      ? []
      : [{ rel: target, href: `${call.baseUrl}/${target}/${cell}` }]
  })
}

function cellOf(call: GlpiCall, column: string, cell: Cell): Cell {
  const target = isOn(call.query, 'expand_dropdowns') ? targetOf(column) : undefined
  if (!target || cell === null) return cell
  return cell === 0 && target !== 'Entity' ? 0 : nameOf(call, target, Number(cell))
}

/** A row as the API shows it, following expand_dropdowns, add_keys_names and get_hateoas (1.4). */
export function presentItem(call: GlpiCall, type: Itemtype, row: Row): Record<string, unknown> {
  const clean = (cell: Cell) => (call.isSanitised ? sanitiseCell(cell) : cell)
  const { id, ...columns } = row
  const shown: Record<string, unknown> = { id }
  for (const [column, cell] of Object.entries(columns)) shown[column] = clean(cellOf(call, column, cell))
  const named = listAt(call.query, 'add_keys_names').map(String)
  if (named.length > 0) {
    shown._keys_names = Object.fromEntries(
      named.map((column) => {
        const target = column === 'id' ? type : targetOf(column)
        return [column, target ? clean(nameOf(call, target, Number(row[column]))) : '']
      }),
    )
  }
  if (textAt(call.query, 'get_hateoas') !== 'false') shown.links = linksOf(call, type, row)
  return shown
}
