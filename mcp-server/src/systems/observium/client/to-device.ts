import type { NetworkDevice } from '../driver.ts'
import type { DeviceColumns } from './columns.ts'
import { plainLine } from './plain-line.ts'

/** A device of either program; `own` is what each tells in its own way. Pure. */
export function toDevice(
  row: DeviceColumns,
  own: Pick<NetworkDevice, 'downReason' | 'lastPolledAt'>,
): NetworkDevice {
  return {
    id: row.device_id,
    hostname: row.hostname,
    sysName: plainLine(row.sysName),
    purpose: plainLine(row.purpose),
    type: plainLine(row.type),
    hardware: plainLine(row.hardware),
    os: plainLine(row.os),
    version: plainLine(row.version),
    location: plainLine(row.location),
    state: stateOf(row),
    downReason: row.status ? null : own.downReason,
    uptimeSeconds: uptimeOf(row),
    lastPolledAt: own.lastPolledAt,
  }
}

/** An ignored device that answers is up; only its silence is ignored. */
function stateOf({ disabled, status, ignore }: DeviceColumns): NetworkDevice['state'] {
  if (disabled) return 'disabled'
  if (status) return 'up'
  return ignore ? 'ignored' : 'down'
}

/** Seconds since the start of a device that answers; null for one that does not. */
function uptimeOf({ status, uptime }: DeviceColumns): number | null {
  return uptime === null || !status ? null : Math.max(0, Math.round(uptime))
}
