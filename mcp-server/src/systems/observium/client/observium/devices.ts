import type { QueryValue } from '@hub/kernel'
import { localToInstant } from '../../../local-time.ts'
import type { NetworkDevice, NetworkDevices } from '../../driver.ts'
import { findDevice } from '../find-device.ts'
import { toDevice } from '../to-device.ts'
import { DeviceRow } from './rows.ts'
import type { ObserviumTransport } from './transport.ts'

const fields = Object.keys(DeviceRow.shape).join(',')

/** The devices of Observium (protocol section 1.3), with the needed columns only. */
export function createDevices(transport: ObserviumTransport, timeZone: string): NetworkDevices {
  const rows = async (filter: Record<string, QueryValue>, signal?: AbortSignal) => {
    const query = { ...filter, fields, pagesize: 100, pageno: 1 }
    const found = await transport.rows({ collection: 'devices', row: DeviceRow, query, signal })
    return found.map((row) => toNetworkDevice(row, timeZone))
  }
  return {
    find: (name, signal) =>
      findDevice(name, {
        system: 'Observium',
        byHostname: (hostname) => rows({ hostname }, signal),
        bySysName: (sysname) => rows({ sysname }, signal),
        near: (part) => rows({ hostname: `%${part}%` }, signal),
      }),
    async list(signal) {
      const { rows: all, complete } = await transport.allRows({
        collection: 'devices',
        row: DeviceRow,
        query: { fields },
        signal,
      })
      return { devices: all.map((row) => toNetworkDevice(row, timeZone)), complete }
    },
  }
}

function toNetworkDevice(row: DeviceRow, timeZone: string): NetworkDevice {
  const lastPolledAt = localToInstant(row.last_polled, timeZone)
  return toDevice(row, { downReason: downReason(row.status_type), lastPolledAt })
}

function downReason(statusType: string | null): NetworkDevice['downReason'] {
  return statusType === 'ping' || statusType === 'snmp' || statusType === 'dns' ? statusType : 'other'
}
