import { z } from 'zod'
import { Amount, Flag, Id, Text } from '../cells.ts'

export const Envelope = z.looseObject({ status: z.string(), message: Text })

export const DeviceRow = z.object({
  device_id: Id,
  hostname: z.string().min(1),
  sysName: Text,
  status: Flag,
  status_reason: Text,
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

/** Its keys are the columns that are asked for: LibreNMS refuses one that it does not have. */
export const PortRow = z.object({
  port_id: Id,
  ifName: Text,
  ifAlias: Text,
  ifDescr: Text,
  ifOperStatus: Text,
  ifAdminStatus: Text,
  /** bit/s */
  ifSpeed: Amount,
  /** byte/s */
  ifInOctets_rate: Amount,
  ifOutOctets_rate: Amount,
  ifInErrors_rate: Amount,
  ifOutErrors_rate: Amount,
  ignore: Flag,
  disabled: Flag,
})
export type PortRow = z.infer<typeof PortRow>

export const LinkRow = z.object({
  local_port_id: Amount,
  remote_hostname: Text,
  remote_port: Text,
  protocol: Text,
})

/** What a device has in its health, by the name of the list. */
export const HealthKindRow = z.object({ name: z.string() })
/** One entry of such a list; its values are behind its id. */
export const HealthEntryRow = z.object({ sensor_id: Id })

export const ProcessorRow = z.object({ processor_descr: Text, processor_usage: Amount })
export const MempoolRow = z.object({ mempool_descr: Text, mempool_perc: Amount, mempool_total: Amount })
export const StorageRow = z.object({ storage_descr: Text, storage_perc: Amount, storage_size: Amount })

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
