import type { Cell, GlpiDatabase, Row } from '../../glpi/database.ts'
import type { Itemtype } from '../../glpi/itemtypes.ts'
import { toInstantText } from '../instant-text.ts'

/** One property of a schema, by its dotted path: what filters and sorting see, and what is shown. */
export interface Property {
  type: 'value' | 'boolean' | 'date'
  cells(row: Row, db: GlpiDatabase): Cell[]
  /** Computed after the query: shown, but refused in filters. */
  isMapped?: boolean
}

export interface Schema {
  itemtype: Itemtype
  properties: Record<string, Property>
  /** Lists, which no filter reaches as a whole. */
  lists?: (row: Row, db: GlpiDatabase) => Record<string, unknown>
}

const own = (column: string, type: Property['type'] = 'value'): Property => ({
  type,
  cells: (row) => [row[column] ?? null],
})

/** Properties that are columns of the row, under their own names. */
export const columns = (...names: string[]): Record<string, Property> =>
  Object.fromEntries(names.map((name) => [name, own(name)]))

export const renamed = (property: string, column: string): Record<string, Property> => ({
  [property]: own(column),
})
export const flag = (property: string, column = property): Record<string, Property> => ({
  [property]: own(column, 'boolean'),
})
export const date = (property: string, column = property): Record<string, Property> => ({
  [property]: own(column, 'date'),
})

/** A pointer to another item: `{id, name}`, or null when it points nowhere. */
export function dropdown(
  property: string,
  column: string,
  target: Itemtype,
  ...more: string[]
): Record<string, Property> {
  const found = (row: Row, db: GlpiDatabase) => db.find(target, Number(row[column] ?? -1))
  const part = (name: string): Property => ({
    type: 'value',
    cells: (row, db) => [found(row, db)?.[name] ?? null],
  })
  return Object.fromEntries(['id', 'name', ...more].map((name) => [`${property}.${name}`, part(name)]))
}

function shown({ type }: Property, cell: Cell): unknown {
  if (cell === null) return null
  if (type === 'boolean') return cell === 1
  return type === 'date' ? toInstantText(String(cell)) : cell
}

/** A row as the API shows it (2.6). */
export function present(schema: Schema, row: Row, db: GlpiDatabase): Record<string, unknown> {
  const item: Record<string, unknown> = {}
  for (const [path, property] of Object.entries(schema.properties)) {
    const [name = path, member] = path.split('.')
    const value = shown(property, property.cells(row, db)[0] ?? null)
    if (member === undefined) item[name] = value
    else if (member === 'id') item[name] = value === null ? null : { id: value }
    else if (typeof item[name] === 'object' && item[name] !== null)
      Object.assign(item[name], { [member]: value })
  }
  return { ...item, ...schema.lists?.(row, db) }
}
