import type { z } from 'zod'
import type {
  Neighbour,
  NetworkPort,
  ObserviumClient,
  ProcessorUse,
  SensorReading,
  SpaceUse,
} from '../../driver.ts'
import { plainLine } from '../plain-line.ts'
import { bitsPerSecond, percent, sumOf } from '../readings.ts'
import { MempoolRow, NeighbourRow, PortRow, ProcessorRow, SensorRow, StorageRow } from './rows.ts'
import type { ObserviumTransport } from './transport.ts'

type DeviceParts = Pick<
  ObserviumClient,
  'ports' | 'neighbours' | 'processors' | 'memory' | 'storage' | 'sensors'
>

/** The collections that hang on a device (protocol section 1.3), read page by page with the needed columns only. */
export function createDeviceParts(transport: ObserviumTransport): DeviceParts {
  const part =
    <T extends z.ZodObject, Item>(
      from: { collection: string; row: T; key: string },
      toItems: (row: z.infer<T>) => Item[],
    ) =>
    async (deviceId: number, signal?: AbortSignal): Promise<Item[]> => {
      const { collection, row, key } = from
      const fields = [...new Set([key, ...Object.keys(row.shape)])].join(',')
      const query = { device_id: deviceId, fields }
      const { rows } = await transport.allRows({ collection, row, query, signal })
      return rows.flatMap(toItems)
    }
  return {
    ports: part({ collection: 'ports', row: PortRow, key: 'port_id' }, toPort),
    neighbours: part({ collection: 'neighbours', row: NeighbourRow, key: 'neighbour_id' }, toNeighbour),
    processors: part({ collection: 'processors', row: ProcessorRow, key: 'processor_id' }, toProcessor),
    memory: part({ collection: 'mempools', row: MempoolRow, key: 'mempool_id' }, (row) =>
      toSpace(row.mempool_descr ?? 'Memory', row.mempool_perc, row.mempool_total),
    ),
    storage: part({ collection: 'storage', row: StorageRow, key: 'storage_id' }, (row) =>
      toSpace(row.storage_descr ?? 'Storage', row.storage_perc, row.storage_size),
    ),
    sensors: part({ collection: 'sensors', row: SensorRow, key: 'sensor_id' }, toSensor),
  }
}

function toPort(row: PortRow): NetworkPort[] {
  if (row.deleted || row.disabled) return []
  const speed = row.ifSpeed || (row.ifHighSpeed ?? 0) * 1_000_000
  return [
    {
      id: row.port_id,
      name: plainLine(row.port_label ?? row.ifName ?? row.ifDescr) ?? `port ${row.port_id}`,
      description: plainLine(row.ifAlias),
      state: row.ifAdminStatus === 'down' ? 'admin down' : (plainLine(row.ifOperStatus) ?? 'unknown'),
      isIgnored: row.ignore,
      inBitsPerSecond: bitsPerSecond(row.ifInOctets_rate),
      outBitsPerSecond: bitsPerSecond(row.ifOutOctets_rate),
      speedBitsPerSecond: speed > 0 ? speed : null,
      errorsPerSecond: sumOf(row.ifInErrors_rate, row.ifOutErrors_rate),
    },
  ]
}

function toNeighbour(row: z.infer<typeof NeighbourRow>): Neighbour[] {
  const device = plainLine(row.remote_hostname)
  if (device === null) return []
  return [
    { portId: row.port_id, device, port: plainLine(row.remote_port), protocol: plainLine(row.protocol) },
  ]
}

function toProcessor({ processor_descr, processor_usage }: z.infer<typeof ProcessorRow>): ProcessorUse[] {
  if (processor_usage === null) return []
  return [{ name: plainLine(processor_descr) ?? 'CPU', usagePercent: percent(processor_usage) }]
}

function toSpace(name: string, used: number | null, totalBytes: number | null): SpaceUse[] {
  return used === null ? [] : [{ name: plainLine(name) ?? name, usedPercent: percent(used), totalBytes }]
}

const sensorStates = ['ok', 'warning', 'alert', 'ignore'] as const

function toSensor(row: SensorRow): SensorReading[] {
  if (row.sensor_deleted || row.sensor_value === null) return []
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
