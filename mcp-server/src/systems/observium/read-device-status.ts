import type { DeviceStatus } from '@hub/contracts'
import type { z } from 'zod'
import { readPart } from '../read-part.ts'
import type { ObserviumClient } from './driver.ts'
import { formatDeviceStatus } from './format/device-status.ts'

/**
 * The present state of a device with its ports and open alerts; unread parts are named in `missing`.
 * @throws NotFoundError, ValidationError (several devices), UpstreamError
 */
export async function readDeviceStatus(
  observium: ObserviumClient,
  name: string,
  signal?: AbortSignal,
): Promise<z.infer<typeof DeviceStatus>> {
  const device = await observium.devices.find(name, signal)
  const missing: string[] = []
  const [ports, alerts] = await Promise.all([
    readPart(missing, { name: 'ports', none: null }, () => observium.ports(device.id, signal)),
    readPart(missing, { name: 'alerts', none: [] }, async () => {
      const open = await observium.alerts.list({ states: ['open'], deviceId: device.id }, signal)
      missing.push(...open.missing)
      return open.alerts
    }),
  ])
  return formatDeviceStatus({ device, ports, alerts, missing })
}
