import type { ObsDatabase, ObsRow } from '../tables.ts'

/** Alert states by alert_status. */
export const alertStates: Record<string, { status: string; name: string; rowClass: string }> = {
  '0': { status: 'FAILED', name: 'failed', rowClass: 'error' },
  '1': { status: 'OK', name: 'ok', rowClass: 'success' },
  '2': { status: 'DELAYED', name: 'delayed', rowClass: 'warning' },
  '3': { status: 'SUPPRESSED', name: 'suppressed', rowClass: 'suppressed' },
}

/** Elapsed time as Observium writes it: `1d 2h 3m`. */
function elapsed(since: string | null | undefined, now: Date): string {
  const seconds = Math.floor(now.getTime() / 1000) - Number(since)
  if (Number(since) === 0) return '<i>Never</i>'
  const parts = [
    [Math.floor(seconds / 86_400), 'd'],
    [Math.floor(seconds / 3600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'm'],
    [seconds % 60, 's'],
  ] as const
  return parts
    .filter(([amount]) => amount > 0)
    .slice(0, 2)
    .map(([amount, unit]) => `${amount}${unit}`)
    .join(' ')
}

/** An alert row with the humanised columns the real API adds; `last_checked` follows the poller. */
export function presentAlert(row: ObsRow, now: Date): ObsRow {
  const checked = String(Math.floor(now.getTime() / 300_000) * 300)
  const state = alertStates[row.alert_status ?? ''] ?? { status: 'UNKNOWN', rowClass: 'info' }
  return {
    ...row,
    last_checked: checked,
    ...(row.alert_status === '1' ? { last_ok: checked } : { last_failed: checked }),
    status: state.status,
    class: 'alert',
    html_row_class: state.rowClass,
    checked: elapsed(checked, now),
    changed: elapsed(row.last_changed, now),
    alerted: elapsed(row.last_alerted, now),
    recovered: elapsed(row.last_recovered, now),
    humanized: '1',
  }
}

const named: Record<
  string,
  readonly [table: 'ports' | 'sensors' | 'processors' | 'storage', column: string]
> = {
  port: ['ports', 'port_label'],
  sensor: ['sensors', 'sensor_descr'],
  processor: ['processors', 'processor_descr'],
  storage: ['storage', 'storage_descr'],
}

/** What `expand_entities=1` adds: the names behind the ids. */
export function expandEntity(row: ObsRow, db: ObsDatabase): ObsRow {
  const device = db.find('devices', row.device_id ?? '')
  const [table, column] = named[row.entity_type ?? ''] ?? []
  const entity = table && db.find(table, row.entity_id ?? '')
  const name = (entity && column ? entity[column] : device?.hostname) ?? null
  const descr = entity?.ifAlias ?? device?.purpose ?? null
  return {
    ...row,
    hostname: device?.hostname ?? null,
    entity_name: name,
    entity_shortname: name,
    entity_descr: descr,
  }
}
