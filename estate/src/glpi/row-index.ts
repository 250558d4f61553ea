import type { Cell, NewRow, Row } from './database.ts'

/** Columns by which rows belong to a ticket or a person: with thousands of tickets they cannot all be walked. */
const indexed = ['tickets_id', 'items_id', 'users_id'] as const

export interface RowIndex {
  add(row: Row): void
  remove(row: Row): void
  /** The rows that may match, or undefined when no indexed column is asked for. */
  candidates(match: NewRow): Iterable<Row> | undefined
}

/** Index of one table by its foreign keys. */
export function createRowIndex(): RowIndex {
  const byColumn = new Map<string, Map<Cell, Set<Row>>>(indexed.map((column) => [column, new Map()]))
  const each = (row: Row, visit: (rows: Map<Cell, Set<Row>>, cell: Cell) => void) => {
    for (const [column, rows] of byColumn) if (column in row) visit(rows, row[column] ?? null)
  }
  return {
    add: (row) =>
      each(row, (rows, cell) => {
        const set = rows.get(cell) ?? new Set()
        rows.set(cell, set.add(row))
      }),
    remove: (row) => each(row, (rows, cell) => rows.get(cell)?.delete(row)),
    candidates: (match) => {
      const column = indexed.find((candidate) => candidate in match)
      return column === undefined ? undefined : (byColumn.get(column)?.get(match[column] ?? null) ?? [])
    },
  }
}
