import type { Cell, GlpiDatabase, Row } from '../database.ts'
import { type Itemtype, itemtypes } from '../itemtypes.ts'

export type Datatype =
  | 'itemlink'
  | 'string'
  | 'text'
  | 'number'
  | 'datetime'
  | 'dropdown'
  | 'specific'
  | 'bool'

/** One search option: where its value comes from and how it is compared and shown. */
export interface SearchOption {
  id: number
  name: string
  table: string
  field: string
  datatype: Datatype
  /** Values for equals, lessthan, morethan, under and sorting: ids for dropdowns. */
  keys(row: Row, db: GlpiDatabase): Cell[]
  /** Texts for contains. */
  texts(row: Row, db: GlpiDatabase): string[]
  /** What the answer shows. */
  cells(row: Row, db: GlpiDatabase): Cell[]
  /** The tree that `under` follows. */
  tree?: Itemtype
}

type Label = readonly [id: number, name: string]

const asTexts = (cells: Cell[]) => cells.map((cell) => (cell === null ? '' : String(cell)))

/** An option computed from the row. */
export function computed(
  [id, name]: Label,
  about: Pick<SearchOption, 'table' | 'field' | 'datatype'>,
  keys: SearchOption['keys'],
): SearchOption {
  return { id, name, ...about, keys, texts: (row, db) => asTexts(keys(row, db)), cells: keys }
}

/** An option that is a column of the item itself. */
export const column = (type: Itemtype, label: Label, field: string, datatype: Datatype): SearchOption =>
  computed(label, { table: itemtypes[type].table, field, datatype }, (row) => [row[field] ?? null])

/** An option that points to another item by a column: compared by id, searched and shown by name. */
export function dropdown(label: Label, foreignKey: string, target: Itemtype): SearchOption {
  const isTree = 'isTree' in itemtypes[target]
  const field = isTree ? 'completename' : 'name'
  const nameOf = (row: Row, db: GlpiDatabase): Cell[] => {
    const found = db.find(target, Number(row[foreignKey]))
    return found ? [found[field] ?? null] : []
  }
  const base = computed(label, { table: itemtypes[target].table, field, datatype: 'dropdown' }, (row) => [
    row[foreignKey] ?? null,
  ])
  const shown = { ...base, cells: nameOf, texts: (row: Row, db: GlpiDatabase) => asTexts(nameOf(row, db)) }
  return isTree ? { ...shown, tree: target } : shown
}
