import type { Cell, GlpiDatabase, Row } from '../../glpi/database.ts'
import { textAt } from '../../glpi/php-query.ts'
import { createVisibility } from '../../glpi/visibility.ts'
import type { V2Call, V2Reply } from '../call.ts'
import { compileFilter } from '../rsql/compile.ts'
import { present, type Schema } from '../schemas/schema.ts'
import { invalidParameter } from '../v2-error.ts'

const usualLimit = 100

/** The filter of a request; it may come several times, then all of them hold. */
export function filterOf({ query }: V2Call): string {
  const { filter } = query
  if (filter === undefined) return ''
  return typeof filter === 'string' ? filter : Object.values(filter).map(String).join(';')
}

function compareCells(a: Cell, b: Cell): number {
  if (a === b) return 0
  if (a === null) return -1
  if (b === null) return 1
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'fr')
}

function sortRows(
  rows: Row[],
  sort: string | undefined,
  { schema, db }: { schema: Schema; db: GlpiDatabase },
): Row[] {
  const rules = (sort ?? '')
    .split(',')
    .map((rule) => rule.trim())
    .filter(Boolean)
    .map((rule) => {
      const [name = '', direction = 'asc'] = rule.split(':')
      const property = Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined
      if (property === undefined) throw invalidParameter(`Invalid property for sorting: ${name}`)
      return { property, sign: direction.toUpperCase() === 'DESC' ? -1 : 1 }
    })
  return rows.sort((a, b) => {
    for (const { property, sign } of rules) {
      const order = compareCells(property.cells(a, db)[0] ?? null, property.cells(b, db)[0] ?? null)
      if (order !== 0) return sign * order
    }
    return a.id - b.id
  })
}

const wholeNumber = (text: string | undefined, fallback: number) =>
  text !== undefined && /^\d+$/.test(text) ? Number(text) : fallback

/**
 * A collection with filter, sort, start and limit (2.4, 2.5). Rows in the bin are among them unless filtered out;
 * 206 while there are more.
 */
export function listItems(call: V2Call, schema: Schema): V2Reply {
  const { db } = call.server.glpi
  const isVisible = createVisibility(call.glpi)
  const keeps = compileFilter(filterOf(call), { schema, db })
  const rows = db.all(schema.itemtype).filter((row) => isVisible(schema.itemtype, row) && keeps(row))
  const sorted = sortRows(rows, textAt(call.query, 'sort'), { schema, db })
  const start = wholeNumber(textAt(call.query, 'start'), 0)
  const limit = wholeNumber(textAt(call.query, 'limit'), usualLimit)
  const total = sorted.length
  const last = Math.max(0, start + limit - 1)
  return {
    status: start + limit < total ? 206 : 200,
    body: sorted.slice(start, start + limit).map((row) => present(schema, row, db)),
    headers: { 'Content-Range': `${start}-${last > total ? total - 1 : last}/${total}` },
  }
}
