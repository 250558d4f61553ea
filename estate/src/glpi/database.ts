import { type Itemtype, itemtypeNames } from './itemtypes.ts'
import { createRowIndex, type RowIndex } from './row-index.ts'

export type Cell = string | number | null

/** One database row as GLPI's item reads show it; texts are kept plain and sanitised on the way out. */
export interface Row {
  id: number
  [column: string]: Cell
}

export type NewRow = Record<string, Cell>

/** What is written to disk. */
export type GlpiSnapshot = Partial<Record<Itemtype, Row[]>>

/** The tables of the demo GLPI, in memory. */
export interface GlpiDatabase {
  all(type: Itemtype): Row[]
  find(type: Itemtype, id: number): Row | undefined
  where(type: Itemtype, match: NewRow): Row[]
  /** Adds a row; without an `id` the next free number is taken. */
  insert(type: Itemtype, row: NewRow): Row
  update(type: Itemtype, id: number, changes: NewRow): Row
  remove(type: Itemtype, id: number): void
  snapshot(): GlpiSnapshot
}

const matches = (row: Row, match: NewRow) =>
  Object.entries(match).every(([column, cell]) => row[column] === cell)

/** Opens the tables, filled from a snapshot when there is one. `onChange` runs after each write. */
export function createDatabase(snapshot: GlpiSnapshot, onChange: () => void): GlpiDatabase {
  const tables = new Map<Itemtype, Map<number, Row>>()
  const highest = new Map<Itemtype, number>()
  const indexes = new Map<Itemtype, RowIndex>(itemtypeNames.map((type) => [type, createRowIndex()]))
  const table = (type: Itemtype) => {
    const rows = tables.get(type) ?? new Map<number, Row>()
    tables.set(type, rows)
    return rows
  }
  const put = (type: Itemtype, row: Row) => {
    const before = table(type).get(row.id)
    if (before) indexes.get(type)?.remove(before)
    table(type).set(row.id, row)
    indexes.get(type)?.add(row)
    highest.set(type, Math.max(highest.get(type) ?? 0, row.id))
    return row
  }
  for (const type of itemtypeNames) for (const row of snapshot[type] ?? []) put(type, { ...row })

  return {
    all: (type) => [...table(type).values()],
    find: (type, id) => table(type).get(id),
    where: (type, match) => {
      const candidates = indexes.get(type)?.candidates(match) ?? table(type).values()
      return [...candidates].filter((row) => matches(row, match))
    },
    insert: (type, row) => {
      const id = typeof row.id === 'number' ? row.id : (highest.get(type) ?? 0) + 1
      const added = put(type, { ...row, id })
      onChange()
      return added
    },
    update: (type, id, changes) => {
      const row = table(type).get(id)
      if (!row) throw new Error(`${type} ${id} does not exist`)
      indexes.get(type)?.remove(row)
      Object.assign(row, changes, { id })
      indexes.get(type)?.add(row)
      onChange()
      return row
    },
    remove: (type, id) => {
      const row = table(type).get(id)
      if (row) indexes.get(type)?.remove(row)
      table(type).delete(id)
      onChange()
    },
    snapshot: () => Object.fromEntries(itemtypeNames.map((type) => [type, [...table(type).values()]])),
  }
}
