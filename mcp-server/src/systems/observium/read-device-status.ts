import type { DeviceAlert, DeviceStatus } from '@hub/contracts'
import type { z } from 'zod'
import { readPart } from '../read-part.ts'
import type { ObserviumClient } from './client/create-client.ts'
import { formatAlert } from './format/alert.ts'
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
  const row = await observium.devices.find(name, signal)
  const missing: string[] = []
  const [ports, alerts] = await Promise.all([
    readPart(missing, { name: 'ports', none: null }, () => observium.ports(row.device_id, signal)),
    readPart(missing, { name: 'alerts', none: [] }, () =>
      readAlerts(observium, { id: row.device_id, missing, signal }),
    ),
  ])
  return formatDeviceStatus({ row, ports, alerts, missing, timeZone: observium.timeZone })
}

/** Alert rows do not tell their severity: the checks do, asked for only when something fails. */
async function readAlerts(
  observium: ObserviumClient,
  { id, missing, signal }: { id: number; missing: string[]; signal?: AbortSignal | undefined },
): Promise<z.infer<typeof DeviceAlert>[]> {
  const rows = await observium.alerts.failed(id, signal)
  if (rows.length === 0) return []
  const part = { name: 'alert severities', none: [] }
  const checks = await readPart(missing, part, () => observium.alerts.checks(signal))
  return rows.map((row) =>
    formatAlert(
      row,
      checks.find((check) => check.alert_test_id === row.alert_test_id),
    ),
  )
}
