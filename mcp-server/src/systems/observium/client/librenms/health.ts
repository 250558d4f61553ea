import { UpstreamError } from '@hub/contracts'
import type { z } from 'zod'
import type { ObserviumClient } from '../../driver.ts'
import { MempoolRow, ProcessorRow, StorageRow } from '../columns.ts'
import { toMemory, toProcessor, toStorage } from '../to-usage.ts'
import { HealthEntryRow, HealthKindRow, SensorRow } from './rows.ts'
import { toSensor } from './to-sensor.ts'
import { type LibrenmsTransport, system } from './transport.ts'

/** Each value is one more request: a chassis with more sensors than this shows its first ones. */
const maxEntries = 100
const ownTables = ['device_processor', 'device_mempool', 'device_storage']

type Health = Pick<ObserviumClient, 'processors' | 'memory' | 'storage' | 'sensors'>

/** The health of a device: its kinds, the entries of a kind, and each entry whole (protocol section 3). */
export function createHealth(transport: LibrenmsTransport): Health {
  const kinds = (deviceId: number, signal?: AbortSignal) =>
    transport.rows({ path: `/devices/${deviceId}/health`, key: 'graphs', row: HealthKindRow, signal })
  const values = async <T extends z.ZodType>(
    row: T,
    { deviceId, kind, signal }: { deviceId: number; kind: string; signal: AbortSignal | undefined },
  ) => {
    const path = `/devices/${deviceId}/health/${encodeURIComponent(kind)}`
    const entries = await transport.rows({ path, key: 'graphs', row: HealthEntryRow, signal })
    const rows = entries
      .slice(0, maxEntries)
      .map(({ sensor_id }) => transport.rows({ path: `${path}/${sensor_id}`, key: 'graphs', row, signal }))
    return (await Promise.all(rows)).flat()
  }
  const ofOwnTable = async <T extends z.ZodType>(
    row: T,
    of: { deviceId: number; kind: string; signal: AbortSignal | undefined },
  ) => {
    const rows = await values(row, of)
    if (rows.length === 0 && (await kinds(of.deviceId, of.signal)).some(({ name }) => name === of.kind))
      throw noValues(of.kind)
    return rows
  }
  return {
    async processors(deviceId, signal) {
      const rows = await ofOwnTable(ProcessorRow, { deviceId, kind: 'device_processor', signal })
      return rows.flatMap(toProcessor)
    },
    async memory(deviceId, signal) {
      const rows = await ofOwnTable(MempoolRow, { deviceId, kind: 'device_mempool', signal })
      return rows.flatMap(toMemory)
    },
    async storage(deviceId, signal) {
      const rows = await ofOwnTable(StorageRow, { deviceId, kind: 'device_storage', signal })
      return rows.flatMap(toStorage)
    },
    async sensors(deviceId, signal) {
      const classes = (await kinds(deviceId, signal)).filter(({ name }) => !ownTables.includes(name))
      const rows = await Promise.all(
        classes.map(({ name }) => values(SensorRow, { deviceId, kind: name, signal })),
      )
      return rows.flat().flatMap(toSensor)
    },
  }
}

/** Versions before mid-2026 name processors, memory and storage but give none: that is no "none". */
function noValues(kind: string): UpstreamError {
  const part = kind.replace('device_', '')
  return new UpstreamError(`This ${system} does not give these measures over its API: ${part}`, {
    reason: 'observium.no_values',
    params: { system, part },
  })
}
