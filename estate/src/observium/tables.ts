/** A row as the API sends it: nearly every value is text. */
export type ObsRow = Record<string, string | null>

export const tableNames = [
  'devices',
  'ports',
  'sensors',
  'processors',
  'mempools',
  'storage',
  'neighbours',
  'alert_checks',
  'alerts',
] as const

export type TableName = (typeof tableNames)[number]

/** Id column of each table. */
export const idColumns: Record<TableName, string> = {
  devices: 'device_id',
  ports: 'port_id',
  sensors: 'sensor_id',
  processors: 'processor_id',
  mempools: 'mempool_id',
  storage: 'storage_id',
  neighbours: 'neighbour_id',
  alert_checks: 'alert_test_id',
  alerts: 'alert_table_id',
}

/** What is written to disk. */
export type ObsSnapshot = Partial<Record<TableName, ObsRow[]>>

/** The tables of the demo Observium, in memory. */
export interface ObsDatabase {
  all(table: TableName): ObsRow[]
  find(table: TableName, id: string): ObsRow | undefined
  where(table: TableName, match: ObsRow): ObsRow[]
  /** Adds a row under the next free id. */
  insert(table: TableName, row: ObsRow): ObsRow
  update(table: TableName, id: string, changes: ObsRow): ObsRow
  snapshot(): ObsSnapshot
}

const firstIds: Partial<Record<TableName, number>> = { devices: 101, ports: 20_001, alerts: 4001 }

/** Opens the tables, filled from a snapshot when there is one. `onChange` runs after each write. */
export function createObsDatabase(snapshot: ObsSnapshot, onChange: () => void): ObsDatabase {
  const tables = new Map<TableName, Map<string, ObsRow>>()
  const table = (name: TableName) => {
    const rows = tables.get(name) ?? new Map<string, ObsRow>()
    tables.set(name, rows)
    return rows
  }
  for (const name of tableNames) {
    for (const row of snapshot[name] ?? []) table(name).set(String(row[idColumns[name]]), { ...row })
  }
  const rowsOf = (name: TableName) => [...table(name).values()]
  return {
    all: rowsOf,
    find: (name, id) => table(name).get(id),
    where: (name, match) =>
      rowsOf(name).filter((row) => Object.entries(match).every(([column, value]) => row[column] === value)),
    insert: (name, row) => {
      const id = String((firstIds[name] ?? 1) + table(name).size)
      const added = { [idColumns[name]]: id, ...row }
      table(name).set(id, added)
      onChange()
      return added
    },
    update: (name, id, changes) => {
      const row = table(name).get(id)
      if (!row) throw new Error(`Observium has no ${name} ${id}`)
      Object.assign(row, changes)
      onChange()
      return row
    },
    snapshot: () => Object.fromEntries(tableNames.map((name) => [name, rowsOf(name)])),
  }
}
