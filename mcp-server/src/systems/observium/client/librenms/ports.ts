import type { ObserviumClient } from '../../driver.ts'
import { PortColumns } from '../columns.ts'
import { toNeighbour, toPort } from '../to-port.ts'
import { LinkRow } from './rows.ts'
import type { LibrenmsTransport } from './transport.ts'

const columns = Object.keys(PortColumns.shape).join(',')

/** The ports of a device and who is at their other end (protocol section 3). */
export function createPorts(transport: LibrenmsTransport): Pick<ObserviumClient, 'ports' | 'neighbours'> {
  return {
    async ports(deviceId, signal) {
      const path = `/devices/${deviceId}/ports`
      const rows = await transport.rows({ path, key: 'ports', row: PortColumns, query: { columns }, signal })
      return rows.flatMap((row) =>
        toPort(row, { name: row.ifName ?? row.ifDescr, speedBitsPerSecond: row.ifSpeed || null }),
      )
    },
    async neighbours(deviceId, signal) {
      const path = `/devices/${deviceId}/links`
      const rows = await transport.rows({ path, key: 'links', row: LinkRow, signal })
      return rows.flatMap((row) => toNeighbour(row, row.local_port_id))
    },
  }
}
