import { z } from 'zod'
import { Amount, Flag, Id, Text } from './cells.ts'

/** LibreNMS began as a fork of Observium: the columns here are the same in both. */
export const DeviceColumns = z.object({
  device_id: Id,
  hostname: z.string().min(1),
  sysName: Text,
  status: Flag,
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
export type DeviceColumns = z.infer<typeof DeviceColumns>

/** Asked for by name: LibreNMS refuses a column that it does not have. */
export const PortColumns = z.object({
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
export type PortColumns = z.infer<typeof PortColumns>

export const NeighbourColumns = z.object({ remote_hostname: Text, remote_port: Text, protocol: Text })
export type NeighbourColumns = z.infer<typeof NeighbourColumns>

export const ProcessorRow = z.object({ processor_descr: Text, processor_usage: Amount })
export type ProcessorRow = z.infer<typeof ProcessorRow>

export const MempoolRow = z.object({ mempool_descr: Text, mempool_perc: Amount, mempool_total: Amount })
export type MempoolRow = z.infer<typeof MempoolRow>

export const StorageRow = z.object({ storage_descr: Text, storage_perc: Amount, storage_size: Amount })
export type StorageRow = z.infer<typeof StorageRow>
