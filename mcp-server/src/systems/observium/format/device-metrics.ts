import type { DeviceMetrics } from '@hub/contracts'
import type { z } from 'zod'
import { localToInstant } from '../../local-time.ts'
import type { DeviceRow, MempoolRow, PortRow, ProcessorRow, SensorRow, StorageRow } from '../schemas.ts'
import { plainLine } from './plain-line.ts'

type Metrics = z.infer<typeof DeviceMetrics>
type Port = Metrics['ports'][number]
const maxPorts = 20
const maxSensors = 100

export interface MetricParts {
  row: DeviceRow
  processors: ProcessorRow[]
  mempools: MempoolRow[]
  storage: StorageRow[]
  sensors: SensorRow[]
  ports: PortRow[]
  missing: string[]
  timeZone: string
}

/** The measures of a device as the contract has them; a value that was not measured is left out. Pure. */
export function formatDeviceMetrics(parts: MetricParts): Metrics {
  return {
    deviceId: parts.row.device_id,
    hostname: parts.row.hostname,
    lastPolledAt: localToInstant(parts.row.last_polled, parts.timeZone),
    processors: parts.processors.flatMap(({ processor_descr, processor_usage }) =>
      processor_usage === null
        ? []
        : [{ name: plainLine(processor_descr) ?? 'CPU', usagePercent: percent(processor_usage) }],
    ),
    memory: parts.mempools.flatMap(({ mempool_descr, mempool_perc, mempool_total }) =>
      usage(mempool_descr ?? 'Memory', mempool_perc, mempool_total),
    ),
    storage: parts.storage.flatMap(({ storage_descr, storage_perc, storage_size }) =>
      usage(storage_descr ?? 'Storage', storage_perc, storage_size),
    ),
    sensors: parts.sensors.flatMap(formatSensor).slice(0, maxSensors),
    ports: parts.ports.map(formatPort).sort(byTraffic).slice(0, maxPorts),
    missing: parts.missing,
  }
}

function percent(value: number): number {
  return Math.min(100, Math.max(0, value))
}

function usage(name: string, used: number | null, total: number | null): Metrics['memory'] {
  if (used === null) return []
  return [{ name: plainLine(name) ?? name, usedPercent: percent(used), totalBytes: total }]
}

const sensorStates = ['ok', 'warning', 'alert', 'ignore'] as const

function formatSensor(row: SensorRow): Metrics['sensors'] {
  if (row.sensor_value === null) return []
  return [
    {
      name: plainLine(row.sensor_descr) ?? 'sensor',
      class: plainLine(row.sensor_class) ?? 'unknown',
      value: row.sensor_value,
      unit: plainLine(row.sensor_unit),
      state: sensorStates.find((state) => state === row.sensor_event) ?? 'unknown',
    },
  ]
}

function formatPort(row: PortRow): Port {
  const bits = (bytes: number | null) => (bytes === null ? null : bytes * 8)
  const speed = row.ifSpeed || (row.ifHighSpeed ?? 0) * 1_000_000
  return {
    name: plainLine(row.port_label ?? row.ifName ?? row.ifDescr) ?? `port ${row.port_id}`,
    description: plainLine(row.ifAlias),
    state: row.ifAdminStatus === 'down' ? 'admin down' : (plainLine(row.ifOperStatus) ?? 'unknown'),
    inBitsPerSecond: bits(row.ifInOctets_rate),
    outBitsPerSecond: bits(row.ifOutOctets_rate),
    speedBitsPerSecond: speed > 0 ? speed : null,
    errorsPerSecond: sum(row.ifInErrors_rate, row.ifOutErrors_rate),
  }
}

function sum(a: number | null, b: number | null): number | null {
  return a === null && b === null ? null : (a ?? 0) + (b ?? 0)
}

function byTraffic(a: Port, b: Port): number {
  const traffic = (port: Port) => Math.max(port.inBitsPerSecond ?? 0, port.outBitsPerSecond ?? 0)
  return traffic(b) - traffic(a)
}
