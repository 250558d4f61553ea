import { queryTest } from './filters.ts'
import { expandEntity } from './live/present-alert.ts'
import { presentRow } from './live/present-row.ts'
import { failure, type ObsReply, type ObsServer } from './server.ts'
import { idColumns, type ObsRow, type TableName } from './tables.ts'

const singular: Record<TableName, string> = {
  devices: 'device',
  ports: 'port',
  sensors: 'sensor',
  processors: 'processor',
  mempools: 'mempool',
  storage: 'storage',
  neighbours: 'neighbour',
  alert_checks: 'alert_check',
  alerts: 'alert',
}

/** What is read and how it is asked for. */
interface Question {
  table: TableName
  query: URLSearchParams
}

function trim(row: ObsRow, fields: string | null): ObsRow {
  if (fields === null) return row
  const wanted = fields.split(',')
  return Object.fromEntries(Object.entries(row).filter(([column]) => wanted.includes(column)))
}

function present(server: ObsServer, row: ObsRow, { table, query }: Question): ObsRow {
  const shown = presentRow(table, row, { db: server.db, now: server.clock() })
  const isExpanded = table === 'alerts' && query.get('expand_entities') === '1'
  return trim(isExpanded ? expandEntity(shown, server.db) : shown, query.get('fields'))
}

/** A collection: an object keyed by id, `[]` when empty; `count` is what matched, not the page (1.2). */
export function readCollection(server: ObsServer, { table, query }: Question): ObsReply {
  const matching = server.db.all(table).filter(queryTest(table, query, server.db))
  const size = Number(query.get('pagesize') ?? matching.length)
  const page = Math.max(1, Number(query.get('pageno') ?? 1))
  const shown = size > 0 ? matching.slice((page - 1) * size, page * size) : matching
  const keyed = shown.map(
    (row) => [String(row[idColumns[table]]), present(server, row, { table, query })] as const,
  )
  const rows = keyed.length > 0 ? Object.fromEntries(keyed) : []
  return { status: 200, body: { status: 'ok', count: matching.length, [table]: rows } }
}

/** The row by id, or for devices by hostname. */
export function findRow(
  { db }: ObsServer,
  { table, id }: { table: TableName; id: string },
): ObsRow | undefined {
  return db.find(table, id) ?? (table === 'devices' ? db.where(table, { hostname: id })[0] : undefined)
}

/** One row under its singular key; 404 when unknown. */
export function readOne(server: ObsServer, id: string, { table, query }: Question): ObsReply {
  const row = findRow(server, { table, id })
  if (!row) return failure(404, `${singular[table]} not found`)
  return { status: 200, body: { status: 'ok', [singular[table]]: present(server, row, { table, query }) } }
}
