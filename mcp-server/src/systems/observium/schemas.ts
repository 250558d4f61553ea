import { z } from 'zod'

/** Nearly every number of Observium is a string; NULL and "" are no number (protocol section 1.2). */
const Amount = z
  .union([z.number(), z.string(), z.null()])
  .optional()
  .transform((value) => {
    if (value === undefined || value === null || value === '') return null
    const number = Number(value)
    return Number.isFinite(number) ? number : null
  })
const Id = z
  .union([z.number().int(), z.string().regex(/^\d+$/)])
  .transform(Number)
  .pipe(z.number().int().nonnegative())
const Text = z
  .union([z.string(), z.number(), z.null()])
  .optional()
  .transform((value) => (value === undefined || value === null || value === '' ? null : String(value)))
const Flag = Amount.transform((value) => value !== null && value !== 0)

export const Envelope = z.looseObject({ status: z.string(), count: Amount })

export const DeviceRow = z.object({
  device_id: Id,
  hostname: z.string().min(1),
  sysName: Text,
  status: Flag,
  status_type: Text,
  disabled: Flag,
  ignore: Flag,
  uptime: Amount,
  last_polled: Text,
  os: Text,
  version: Text,
  hardware: Text,
  type: Text,
  location: Text,
})
export type DeviceRow = z.infer<typeof DeviceRow>

export const PortRow = z.object({
  port_id: Id,
  port_label: Text,
  ifName: Text,
  ifAlias: Text,
  ifDescr: Text,
  ifOperStatus: Text,
  ifAdminStatus: Text,
  /** bit/s */
  ifSpeed: Amount,
  /** Mbit/s */
  ifHighSpeed: Amount,
  /** byte/s */
  ifInOctets_rate: Amount,
  ifOutOctets_rate: Amount,
  ifInErrors_rate: Amount,
  ifOutErrors_rate: Amount,
  disabled: Flag,
  deleted: Flag,
})
export type PortRow = z.infer<typeof PortRow>

export const ProcessorRow = z.object({ processor_descr: Text, processor_usage: Amount })
export type ProcessorRow = z.infer<typeof ProcessorRow>
export const MempoolRow = z.object({ mempool_descr: Text, mempool_perc: Amount, mempool_total: Amount })
export type MempoolRow = z.infer<typeof MempoolRow>
export const StorageRow = z.object({ storage_descr: Text, storage_perc: Amount, storage_size: Amount })
export type StorageRow = z.infer<typeof StorageRow>

export const SensorRow = z.object({
  sensor_descr: Text,
  sensor_class: Text,
  sensor_value: Amount,
  sensor_unit: Text,
  sensor_event: Text,
  sensor_deleted: Flag,
})
export type SensorRow = z.infer<typeof SensorRow>

export const AlertRow = z.object({
  alert_table_id: Id,
  alert_test_id: Amount,
  entity_type: Text,
  entity_name: Text,
  entity_shortname: Text,
  /** Unix seconds. */
  last_changed: Amount,
  last_message: Text,
  /** JSON in a string; may be empty. */
  state: Text,
  alert_name: Text,
  alert_message: Text,
  severity: Text,
})
export type AlertRow = z.infer<typeof AlertRow>

export const AlertCheckRow = z.object({
  alert_test_id: Id,
  alert_name: Text,
  alert_message: Text,
  severity: Text,
})
export type AlertCheckRow = z.infer<typeof AlertCheckRow>

/** What `state` of an alert holds after its second parse. */
export const AlertState = z.object({
  failed: z
    .array(z.object({ metric: z.string(), condition: z.string(), value: z.coerce.string() }))
    .default([]),
})
