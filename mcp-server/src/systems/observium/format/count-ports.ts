import type { NetworkPort } from '../driver.ts'

/** How many ports are in which state. */
export interface PortCounts {
  total: number
  up: number
  down: number
  adminDown: number
}

/** Everything that is neither up nor shut down by an administrator counts as down. Pure. */
export function countPorts(ports: NetworkPort[]): PortCounts {
  const adminDown = ports.filter((port) => port.state === 'admin down').length
  const up = ports.filter((port) => port.state === 'up').length
  return { total: ports.length, up, adminDown, down: ports.length - up - adminDown }
}
