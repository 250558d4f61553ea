import type { ListedPort } from '@hub/contracts'
import type { z } from 'zod'
import type { Neighbour, NetworkPort } from '../driver.ts'

type Port = z.infer<typeof ListedPort>

/** Percent of its speed from which a port counts as saturated. */
const saturatedPercent = 80

/** A port with what is wrong with it; an ignored port has no problem. Pure. */
export function listedPort(port: NetworkPort, neighbour: Neighbour | undefined): Port {
  const { id, isIgnored, ...shown } = port
  const inUsedPercent = usedPercent(port.inBitsPerSecond, port)
  const outUsedPercent = usedPercent(port.outBitsPerSecond, port)
  const isSaturated = Math.max(inUsedPercent ?? 0, outUsedPercent ?? 0) >= saturatedPercent
  const problems: Port['problems'] = []
  if (!isIgnored && (port.errorsPerSecond ?? 0) > 0) problems.push('errors')
  if (!isIgnored && isSaturated) problems.push('saturated')
  if (!isIgnored && port.state !== 'up' && port.state !== 'admin down') problems.push('down')
  return {
    portId: id,
    ...shown,
    inUsedPercent,
    outUsedPercent,
    neighbour: neighbour
      ? { device: neighbour.device, port: neighbour.port, protocol: neighbour.protocol }
      : null,
    problems,
  }
}

function usedPercent(
  bitsPerSecond: number | null,
  { state, speedBitsPerSecond }: NetworkPort,
): number | null {
  if (bitsPerSecond === null || !speedBitsPerSecond || state !== 'up') return null
  return Math.round((bitsPerSecond * 1000) / speedBitsPerSecond) / 10
}

/** A dead link to a known neighbour first, then errors, saturation, and other ports that are down. */
export function byTrouble(a: Port, b: Port): number {
  return troubleOf(b) - troubleOf(a)
}

function troubleOf({ problems, neighbour }: Port): number {
  const isLink = neighbour !== null && problems.includes('down')
  if (isLink) return 4
  if (problems.includes('errors')) return 3
  if (problems.includes('saturated')) return 2
  return problems.includes('down') ? 1 : 0
}
