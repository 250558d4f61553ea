import { toLocalText } from '../../clock.ts'
import type { ObsRow, TableName } from '../../observium/tables.ts'
import { type LibreRow, type LibreServer, numeric } from '../server.ts'

/** The three kinds of health that have tables of their own, by their name in the API. */
export const healthTables = {
  processor: { table: 'processors', title: 'Processors', id: 'processor_id', text: 'processor_descr' },
  mempool: { table: 'mempools', title: 'Memory Pools', id: 'mempool_id', text: 'mempool_descr' },
  storage: { table: 'storage', title: 'Storage', id: 'storage_id', text: 'storage_descr' },
} as const satisfies Record<string, { table: TableName; title: string; id: string; text: string }>
export type HealthKind = keyof typeof healthTables

export const isHealthKind = (kind: string): kind is HealthKind => Object.hasOwn(healthTables, kind)

/** The whole row of a processor, memory pool or storage: its numbers as numbers. */
export function presentHealth(kind: HealthKind, row: ObsRow): LibreRow {
  const { text } = healthTables[kind]
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      column === text || column.endsWith('_type') ? value : numeric(value),
    ]),
  )
}

/** A sensor: LibreNMS keeps the value and its limits and leaves the judgement to the reader. */
export function presentSensor({ clock }: LibreServer, row: ObsRow): LibreRow {
  return {
    sensor_id: numeric(row.sensor_id),
    sensor_deleted: 0,
    sensor_class: row.sensor_class ?? null,
    device_id: numeric(row.device_id),
    poller_type: 'snmp',
    sensor_index: row.sensor_id ?? null,
    sensor_type: 'entity-sensor',
    sensor_descr: row.sensor_descr ?? null,
    sensor_divisor: 1,
    sensor_multiplier: 1,
    sensor_current: numeric(row.sensor_value),
    sensor_limit: numeric(row.sensor_limit),
    sensor_limit_warn: numeric(row.sensor_limit_warn),
    sensor_limit_low: numeric(row.sensor_limit_low),
    sensor_limit_low_warn: numeric(row.sensor_limit_low_warn),
    sensor_alert: row.sensor_event === 'ignore' ? 0 : 1,
    sensor_custom: 'No',
    lastupdate: toLocalText(clock()),
    sensor_prev: numeric(row.sensor_value),
  }
}
