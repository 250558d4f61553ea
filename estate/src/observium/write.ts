import { findRow } from './read.ts'
import { failure, type ObsReply, type ObsServer } from './server.ts'
import { idColumns, type ObsRow, type TableName } from './tables.ts'

const writable: Partial<Record<TableName, readonly string[]>> = {
  devices: ['ignore', 'ignore_until', 'disabled', 'purpose'],
  alerts: ['ignore_until', 'ignore_until_ok'],
}

/** An acknowledged alert that still fails is suppressed; taking the acknowledgement back lets it fail again. */
function alertStatus(row: ObsRow, changes: ObsRow): ObsRow {
  const { ignore_until_ok: untilOk, ignore_until: until } = { ...row, ...changes }
  const isIgnored = untilOk === '1' || (until !== null && until !== undefined && until !== '')
  if (row.alert_status === '0' && isIgnored) return { ...changes, alert_status: '3' }
  return row.alert_status === '3' && !isIgnored ? { ...changes, alert_status: '0' } : changes
}

/** PUT on an alert (acknowledge) or a device (ignore, disable, purpose) (1.3). */
export function writeRow(
  server: ObsServer,
  place: { table: TableName; id: string },
  body: unknown,
): ObsReply {
  const { table, id } = place
  const columns = writable[table]
  if (!columns) return failure(403, `${table} cannot be changed`)
  const row = findRow(server, place)
  if (!row) return failure(404, `${table} ${id} not found`)
  const given = typeof body === 'object' && body !== null ? Object.entries(body) : []
  const changes = given
    .filter(([column]) => columns.includes(column))
    .map(([column, value]) => [column, value === null ? null : String(value)] as const)
  if (changes.length === 0) return failure(400, 'Nothing to change')
  const change: ObsRow = Object.fromEntries(changes)
  server.db.update(table, row[idColumns[table]] ?? '', table === 'alerts' ? alertStatus(row, change) : change)
  return { status: 200, body: { status: 'ok' } }
}
