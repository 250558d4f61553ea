import type { Neighbour, NetworkPort } from '../driver.ts'
import type { NeighbourColumns, PortColumns } from './columns.ts'
import { plainLine } from './plain-line.ts'

/** A port of either program, none when it is disabled; `own` is what each tells in its own way. Pure. */
export function toPort(
  row: PortColumns,
  own: { name: string | null; speedBitsPerSecond: number | null },
): NetworkPort[] {
  if (row.disabled) return []
  return [
    {
      id: row.port_id,
      name: plainLine(own.name) ?? `port ${row.port_id}`,
      description: plainLine(row.ifAlias),
      state: row.ifAdminStatus === 'down' ? 'admin down' : (plainLine(row.ifOperStatus) ?? 'unknown'),
      isIgnored: row.ignore,
      inBitsPerSecond: bitsPerSecond(row.ifInOctets_rate),
      outBitsPerSecond: bitsPerSecond(row.ifOutOctets_rate),
      speedBitsPerSecond: own.speedBitsPerSecond,
      errorsPerSecond: sumOf(row.ifInErrors_rate, row.ifOutErrors_rate),
    },
  ]
}

/** Who is at the other end of a port; none when either end is unknown. Pure. */
export function toNeighbour(row: NeighbourColumns, portId: number | null): Neighbour[] {
  const device = plainLine(row.remote_hostname)
  if (device === null || portId === null) return []
  return [{ portId, device, port: plainLine(row.remote_port), protocol: plainLine(row.protocol) }]
}

/** Rates are in byte/s in both programs. */
function bitsPerSecond(bytes: number | null): number | null {
  return bytes === null ? null : bytes * 8
}

/** The sum of what was measured; null when nothing was. */
function sumOf(a: number | null, b: number | null): number | null {
  return a === null && b === null ? null : (a ?? 0) + (b ?? 0)
}
