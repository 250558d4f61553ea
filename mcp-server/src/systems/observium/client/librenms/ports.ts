import type { z } from 'zod'
import type { Neighbour, NetworkPort, ObserviumClient } from '../../driver.ts'
import { plainLine } from '../plain-line.ts'
import { bitsPerSecond, sumOf } from '../readings.ts'
import { LinkRow, PortRow } from './rows.ts'
import type { LibrenmsTransport } from './transport.ts'

const columns = Object.keys(PortRow.shape).join(',')

/** The ports of a device and who is at their other end (protocol section 3). */
export function createPorts(transport: LibrenmsTransport): Pick<ObserviumClient, 'ports' | 'neighbours'> {
  return {
    async ports(deviceId, signal) {
      const path = `/devices/${deviceId}/ports`
      const rows = await transport.rows({ path, key: 'ports', row: PortRow, query: { columns }, signal })
      return rows.flatMap(toPort)
    },
    async neighbours(deviceId, signal) {
      const path = `/devices/${deviceId}/links`
      const rows = await transport.rows({ path, key: 'links', row: LinkRow, signal })
      return rows.flatMap(toNeighbour)
    },
  }
}

function toPort(row: PortRow): NetworkPort[] {
  if (row.disabled) return []
  return [
    {
      id: row.port_id,
      name: plainLine(row.ifName ?? row.ifDescr) ?? `port ${row.port_id}`,
      description: plainLine(row.ifAlias),
      state: row.ifAdminStatus === 'down' ? 'admin down' : (plainLine(row.ifOperStatus) ?? 'unknown'),
      isIgnored: row.ignore,
      inBitsPerSecond: bitsPerSecond(row.ifInOctets_rate),
      outBitsPerSecond: bitsPerSecond(row.ifOutOctets_rate),
      speedBitsPerSecond: row.ifSpeed || null,
      errorsPerSecond: sumOf(row.ifInErrors_rate, row.ifOutErrors_rate),
    },
  ]
}

function toNeighbour(row: z.infer<typeof LinkRow>): Neighbour[] {
  const device = plainLine(row.remote_hostname)
  if (device === null || row.local_port_id === null) return []
  const { local_port_id: portId } = row
  return [{ portId, device, port: plainLine(row.remote_port), protocol: plainLine(row.protocol) }]
}
