import { z } from 'zod'
import { Amount, Flag, Id, Text } from '../cells.ts'

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
  purpose: Text,
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
  ignore: Flag,
  disabled: Flag,
  deleted: Flag,
})
export type PortRow = z.infer<typeof PortRow>

export const NeighbourRow = z.object({
  port_id: Id,
  remote_hostname: Text,
  remote_port: Text,
  protocol: Text,
})

export const ProcessorRow = z.object({ processor_descr: Text, processor_usage: Amount })
export const MempoolRow = z.object({ mempool_descr: Text, mempool_perc: Amount, mempool_total: Amount })
export const StorageRow = z.object({ storage_descr: Text, storage_perc: Amount, storage_size: Amount })

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
  device_id: Amount,
  hostname: Text,
  entity_type: Text,
  entity_name: Text,
  entity_shortname: Text,
  alert_status: Text,
  ignore_until: Text,
  ignore_until_ok: Flag,
  /** Unix seconds. */
  last_changed: Amount,
  last_recovered: Amount,
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
export const ConditionState = z.object({
  failed: z
    .array(z.object({ metric: z.string(), condition: z.string(), value: z.coerce.string() }))
    .default([]),
})
