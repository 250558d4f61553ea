import type { z } from 'zod'
import type { NetworkPort, ObserviumClient, SensorReading } from '../../driver.ts'
import { MempoolRow, ProcessorRow, StorageRow } from '../columns.ts'
import { plainLine } from '../plain-line.ts'
import { toNeighbour, toPort } from '../to-port.ts'
import { toMemory, toProcessor, toStorage } from '../to-usage.ts'
import { NeighbourRow, PortRow, SensorRow } from './rows.ts'
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
    ports: part({ collection: 'ports', row: PortRow, key: 'port_id' }, toNetworkPort),
    neighbours: part({ collection: 'neighbours', row: NeighbourRow, key: 'neighbour_id' }, (row) =>
      toNeighbour(row, row.port_id),
    ),
    processors: part({ collection: 'processors', row: ProcessorRow, key: 'processor_id' }, toProcessor),
    memory: part({ collection: 'mempools', row: MempoolRow, key: 'mempool_id' }, toMemory),
    storage: part({ collection: 'storage', row: StorageRow, key: 'storage_id' }, toStorage),
    sensors: part({ collection: 'sensors', row: SensorRow, key: 'sensor_id' }, toSensor),
  }
}

function toNetworkPort(row: PortRow): NetworkPort[] {
  if (row.deleted) return []
  const speed = row.ifSpeed || (row.ifHighSpeed ?? 0) * 1_000_000
  return toPort(row, {
    name: row.port_label ?? row.ifName ?? row.ifDescr,
    speedBitsPerSecond: speed > 0 ? speed : null,
  })
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
