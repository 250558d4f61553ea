import type { QueryValue } from '@hub/kernel'
import type { NetworkDevice, NetworkDevices } from '../../driver.ts'
import { findDevice } from '../find-device.ts'
import { toDevice } from '../to-device.ts'
import { instantOf } from './instant.ts'
import { DeviceRow } from './rows.ts'
import { type LibrenmsTransport, system } from './transport.ts'

/** The devices of LibreNMS (protocol section 3): it has no pages and answers whole rows. */
export function createDevices(transport: LibrenmsTransport, timeZone: string): NetworkDevices {
  const rows = async (query: Record<string, QueryValue>, signal?: AbortSignal) => {
    const found = await transport.rows({ path: '/devices', key: 'devices', row: DeviceRow, query, signal })
    return found.map((row) => toNetworkDevice(row, timeZone))
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

function toNetworkDevice(row: DeviceRow, timeZone: string): NetworkDevice {
  const lastPolledAt = instantOf(row.last_polled, timeZone)
  return toDevice(row, { downReason: reasons[row.status_reason ?? ''] ?? 'other', lastPolledAt })
}

const reasons: Record<string, NetworkDevice['downReason']> = { icmp: 'ping', snmp: 'snmp' }
