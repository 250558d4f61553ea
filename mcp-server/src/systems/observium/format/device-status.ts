import type { DeviceAlert, DeviceStatus } from '@hub/contracts'
import type { z } from 'zod'
import { localToInstant } from '../../local-time.ts'
import type { DeviceRow, PortRow } from '../schemas.ts'
import { plainLine } from './plain-line.ts'

type Status = z.infer<typeof DeviceStatus>

/** What was read of a device; null is a part that could not be read. */
export interface StatusParts {
  row: DeviceRow
  ports: PortRow[] | null
  alerts: z.infer<typeof DeviceAlert>[]
  missing: string[]
  timeZone: string
}

/** The state of a device as the contract has it; pure. */
export function formatDeviceStatus({ row, ports, alerts, missing, timeZone }: StatusParts): Status {
  return {
    deviceId: row.device_id,
    hostname: row.hostname,
    state: stateOf(row),
    downReason: row.status ? null : downReason(row.status_type),
    uptimeSeconds: row.uptime === null || !row.status ? null : Math.max(0, Math.round(row.uptime)),
    hardware: plainLine(row.hardware),
    os: plainLine(row.os),
    version: plainLine(row.version),
    type: plainLine(row.type),
    location: plainLine(row.location),
    lastPolledAt: localToInstant(row.last_polled, timeZone),
    ports: ports === null ? null : countPorts(ports),
    alerts,
    missing,
  }
}

/** An ignored device that answers is up; only its silence is ignored. */
function stateOf(row: DeviceRow): Status['state'] {
  if (row.disabled) return 'disabled'
  if (row.status) return 'up'
  return row.ignore ? 'ignored' : 'down'
}

function downReason(statusType: string | null): Status['downReason'] {
  return statusType === 'ping' || statusType === 'snmp' || statusType === 'dns' ? statusType : 'other'
}

/** Everything that is neither up nor shut down by an administrator counts as down. */
function countPorts(ports: PortRow[]): NonNullable<Status['ports']> {
  const adminDown = ports.filter((port) => port.ifAdminStatus === 'down').length
  const up = ports.filter((port) => port.ifAdminStatus !== 'down' && port.ifOperStatus === 'up').length
  return { total: ports.length, up, adminDown, down: ports.length - up - adminDown }
}
