import type { DeviceAlert, DeviceStatus } from '@hub/contracts'
import type { z } from 'zod'
import type { NetworkAlert, NetworkDevice, NetworkPort } from '../driver.ts'
import { countPorts } from './count-ports.ts'

type Status = z.infer<typeof DeviceStatus>

/** What was read of a device; null is a part that could not be read. */
export interface StatusParts {
  device: NetworkDevice
  ports: NetworkPort[] | null
  alerts: NetworkAlert[]
  missing: string[]
}

/** The state of a device as the contract has it; pure. */
export function formatDeviceStatus({ device, ports, alerts, missing }: StatusParts): Status {
  const { id, hostname, state, downReason, uptimeSeconds, hardware, os, version, type } = device
  const { location, lastPolledAt } = device
  return {
    deviceId: id,
    hostname,
    state,
    downReason,
    uptimeSeconds,
    hardware,
    os,
    version,
    type,
    location,
    lastPolledAt,
    ports: ports === null ? null : countPorts(ports),
    alerts: alerts.map(formatDeviceAlert),
    missing,
  }
}

function formatDeviceAlert(alert: NetworkAlert): z.infer<typeof DeviceAlert> {
  const { id, name, message, entity, severity, since } = alert
  return { alertId: id, name, message, entity, severity, since }
}
