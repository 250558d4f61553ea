export type Scalar = string | number | boolean

/** `key` is the last name of the path, which decides label and format; `group` the object that held it. */
export interface Fact {
  key: string
  group: string | null
  value: Scalar | Scalar[]
}

export interface ResultTable {
  key: string
  columns: string[]
  /** `rank` is the place of the row in the list. */
  rows: { rank: number; cells: Record<string, Scalar | null> }[]
}

/** What a tool answered, as facts and small tables; `missing` names what could not be read. */
export interface ResultView {
  facts: Fact[]
  tables: ResultTable[]
  missing: string[]
}

const maxColumns = 6
/** Internal keys that mean nothing to a reader; the record keeps them. */
const internalKeys = new Set([
  'deviceId',
  'alertId',
  'chunkId',
  'documentId',
  'entityId',
  'clientId',
  'guid',
  'id',
])

/** Lays out the data of a tool result, whatever its shape. Unknown (null) and internal values are left out. */
export function resultView(data: unknown): ResultView {
  const view: ResultView = { facts: [], tables: [], missing: [] }
  if (isRecord(data)) addRecord(view, unwrap(data), null)
  else if (isScalar(data)) view.facts.push({ key: 'result', group: null, value: data })
  else if (Array.isArray(data)) addList(view, 'result', data, null)
  return view
}

// `{ device: {...} }` says nothing more than what it holds.
function unwrap(data: Record<string, unknown>): Record<string, unknown> {
  const values = Object.values(data)
  const [only] = values
  return values.length === 1 && isRecord(only) ? only : data
}

function addRecord(view: ResultView, record: Record<string, unknown>, group: string | null): void {
  for (const [key, value] of Object.entries(record)) {
    if (internalKeys.has(key)) continue
    if (key === 'missing' && Array.isArray(value)) view.missing.push(...value.filter(isText))
    else if (isScalar(value)) view.facts.push({ key, group, value })
    else if (Array.isArray(value)) addList(view, key, value, group)
    else if (isRecord(value)) addRecord(view, value, key)
  }
}

function addList(view: ResultView, key: string, list: unknown[], group: string | null): void {
  if (list.length === 0) return
  if (list.every(isScalar)) view.facts.push({ key, group, value: list })
  else view.tables.push(tableOf(key, list.filter(isRecord)))
}

function tableOf(key: string, records: Record<string, unknown>[]): ResultTable {
  const rows = records.map((record, rank) => ({ rank, cells: cellsOf(record) }))
  const named = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))]
  const filled = named.filter((name) => rows.some(({ cells }) => (cells[name] ?? null) !== null))
  return { key, columns: filled.slice(0, maxColumns), rows }
}

function cellsOf(record: Record<string, unknown>): Record<string, Scalar | null> {
  const shown = Object.entries(record).filter(([name]) => !internalKeys.has(name))
  return Object.fromEntries(shown.map(([name, value]) => [name, toCell(value)]))
}

function toCell(value: unknown): Scalar | null {
  if (isScalar(value)) return value
  if (Array.isArray(value)) return value.every(isScalar) ? value.join(' › ') : value.length
  return null
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isScalar(value: unknown): value is Scalar {
  return isText(value) || typeof value === 'number' || typeof value === 'boolean'
}
