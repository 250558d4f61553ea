import { z } from 'zod'
import { Amount, Id, Text } from '../cells.ts'
import { DeviceColumns, NeighbourColumns } from '../columns.ts'

export const Envelope = z.looseObject({ status: z.string(), message: Text })

export const DeviceRow = DeviceColumns.extend({ status_reason: Text })
export type DeviceRow = z.infer<typeof DeviceRow>

export const LinkRow = NeighbourColumns.extend({ local_port_id: Amount })

/** What a device has in its health, by the name of the list. */
export const HealthKindRow = z.object({ name: z.string() })
/** One entry of such a list; its values are behind its id. */
export const HealthEntryRow = z.object({ sensor_id: Id })

export const SensorRow = z.object({
  sensor_descr: Text,
  sensor_class: Text,
  sensor_current: Amount,
  sensor_limit: Amount,
  sensor_limit_warn: Amount,
  sensor_limit_low: Amount,
  sensor_limit_low_warn: Amount,
  sensor_alert: Amount,
})
export type SensorRow = z.infer<typeof SensorRow>

export const AlertRow = z.object({
  id: Id,
  hostname: Text,
  device_id: Id,
  rule_id: Id,
  /** 0 ok, 1 alert, 2 acknowledged, 3 worse, 4 better, 5 changed. */
  state: Id,
  timestamp: Text,
  severity: Text,
})
export type AlertRow = z.infer<typeof AlertRow>

export const RuleRow = z.object({ id: Id, name: Text, notes: Text })
export type RuleRow = z.infer<typeof RuleRow>
