import type { QueryValue } from '@hub/kernel'
import type { NetworkDevice, NetworkDevices } from '../../driver.ts'
import { findDevice } from '../find-device.ts'
import { plainLine } from '../plain-line.ts'
import { deviceState, uptimeOf } from '../readings.ts'
import { instantOf } from './instant.ts'
import { DeviceRow } from './rows.ts'
import { type LibrenmsTransport, system } from './transport.ts'

/** The devices of LibreNMS (protocol section 3): it has no pages and answers whole rows. */
export function createDevices(transport: LibrenmsTransport, timeZone: string): NetworkDevices {
  const rows = async (query: Record<string, QueryValue>, signal?: AbortSignal) => {
    const found = await transport.rows({ path: '/devices', key: 'devices', row: DeviceRow, query, signal })
    return found.map((row) => toDevice(row, timeZone))
  }
  return {
    // The search is `contains`; the path /devices/<name> would take a name of digits for an id.
    find: (name, signal) => {
      const byHostname = (query: string) => rows({ type: 'hostname', query }, signal)
      return findDevice(name, {
        system,
        byHostname,
        // A version without this search answers every device, which does as well.
        bySysName: (query) => rows({ type: 'sysName', query }, signal),
        near: async (part) => (await byHostname(part)).filter((device) => contains(device.hostname, part)),
      })
    },
    list: async (signal) => ({ devices: await rows({}, signal), complete: true }),
  }
}

function contains(hostname: string, part: string): boolean {
  return hostname.toLowerCase().includes(part.toLowerCase())
}

function toDevice(row: DeviceRow, timeZone: string): NetworkDevice {
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
    state: deviceState(row),
    downReason: row.status ? null : (reasons[row.status_reason ?? ''] ?? 'other'),
    uptimeSeconds: uptimeOf(row),
    lastPolledAt: instantOf(row.last_polled, timeZone),
  }
}

const reasons: Record<string, NetworkDevice['downReason']> = { icmp: 'ping', snmp: 'snmp' }
