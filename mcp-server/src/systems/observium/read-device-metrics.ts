import type { DeviceMetrics } from '@hub/contracts'
import type { z } from 'zod'
import { readPart } from '../read-part.ts'
import type { ObserviumClient } from './driver.ts'
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
  const device = await observium.devices.find(name, signal)
  const missing: string[] = []
  const part = <T>(name: string, read: (deviceId: number, signal?: AbortSignal) => Promise<T[]>) =>
    readPart(missing, { name, none: [] }, () => read(device.id, signal))
  const [processors, memory, storage, sensors, ports] = await Promise.all([
    part('processors', observium.processors),
    part('memory', observium.memory),
    part('storage', observium.storage),
    part('sensors', observium.sensors),
    part('ports', observium.ports),
  ])
  return formatDeviceMetrics({ device, processors, memory, storage, sensors, ports, missing })
}
