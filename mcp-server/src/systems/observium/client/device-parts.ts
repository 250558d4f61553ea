import type { z } from 'zod'
import { MempoolRow, PortRow, ProcessorRow, SensorRow, StorageRow } from '../schemas.ts'
import type { ObserviumTransport } from './transport.ts'

const pageSize = 500
const maxPages = 10

type Part<T> = (deviceId: number, signal?: AbortSignal) => Promise<T[]>

export interface ObserviumDeviceParts {
  /** Ports that are neither deleted nor disabled in Observium. */
  ports: Part<PortRow>
  processors: Part<ProcessorRow>
  mempools: Part<MempoolRow>
  storage: Part<StorageRow>
  sensors: Part<SensorRow>
}

/** The collections that hang on a device (protocol section 1.3), read page by page with the needed columns only. */
export function createDeviceParts(transport: ObserviumTransport): ObserviumDeviceParts {
  const part =
    <T extends z.ZodObject>(collection: string, row: T, key: string): Part<z.infer<T>> =>
    async (deviceId, signal) => {
      const fields = [...new Set([key, ...Object.keys(row.shape)])].join(',')
      const all: z.infer<T>[] = []
      for (let pageno = 1; pageno <= maxPages; pageno += 1) {
        const query = { device_id: deviceId, fields, pagesize: pageSize, pageno }
        const page = await transport.rows({ collection, row, query, signal })
        all.push(...page)
        // A version without paging answers everything at once: more than a page, or the last one.
        if (page.length !== pageSize) break
      }
      return all
    }
  const ports = part('ports', PortRow, 'port_id')
  const sensors = part('sensors', SensorRow, 'sensor_id')
  return {
    ports: async (deviceId, signal) =>
      (await ports(deviceId, signal)).filter((port) => !port.deleted && !port.disabled),
    processors: part('processors', ProcessorRow, 'processor_id'),
    mempools: part('mempools', MempoolRow, 'mempool_id'),
    storage: part('storage', StorageRow, 'storage_id'),
    sensors: async (deviceId, signal) =>
      (await sensors(deviceId, signal)).filter((sensor) => !sensor.sensor_deleted),
  }
}
