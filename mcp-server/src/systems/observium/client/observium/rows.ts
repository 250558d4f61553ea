import { z } from 'zod'
import { Amount, Flag, Id, Text } from '../cells.ts'
import { DeviceColumns, NeighbourColumns, PortColumns } from '../columns.ts'

export const Envelope = z.looseObject({ status: z.string(), count: Amount })

export const DeviceRow = DeviceColumns.extend({ status_type: Text })
export type DeviceRow = z.infer<typeof DeviceRow>

export const PortRow = PortColumns.extend({
  port_label: Text,
  /** Mbit/s */
  ifHighSpeed: Amount,
  deleted: Flag,
})
export type PortRow = z.infer<typeof PortRow>

export const NeighbourRow = NeighbourColumns.extend({ port_id: Id })

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
