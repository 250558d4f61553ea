import type { DeviceMetrics } from '@hub/contracts'
import type { z } from 'zod'
import { readPart } from '../read-part.ts'
import type { ObserviumClient } from './client/create-client.ts'
import { formatDeviceMetrics } from './format/device-metrics.ts'

/**
 * The last measures of a device; unread parts are named in `missing`.
 * @throws NotFoundError, ValidationError (several devices), UpstreamError
 */
export async function readDeviceMetrics(
  observium: ObserviumClient,
  name: string,
  signal?: AbortSignal,
): Promise<z.infer<typeof DeviceMetrics>> {
  const row = await observium.devices.find(name, signal)
  const missing: string[] = []
  const part = <T>(name: string, read: (deviceId: number, signal?: AbortSignal) => Promise<T[]>) =>
    readPart(missing, { name, none: [] }, () => read(row.device_id, signal))
  const [processors, mempools, storage, sensors, ports] = await Promise.all([
    part('processors', observium.processors),
    part('memory', observium.mempools),
    part('storage', observium.storage),
    part('sensors', observium.sensors),
    part('ports', observium.ports),
  ])
  const { timeZone } = observium
  return formatDeviceMetrics({ row, processors, mempools, storage, sensors, ports, missing, timeZone })
}
