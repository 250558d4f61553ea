import type { Alert } from '../alerts/alert.ts'
import { topicOf } from '../alerts/alert-topic.ts'
import { sameName } from '../group/topology.ts'
import type { Facts } from './facts.ts'

const pollMs = 5 * 60_000

/**
 * For a RECOVER that never came: the time of a poll, five minutes after the alert or later, that found its device up
 * (its port up for an alert about a port). Null while it fails, for values, and when nobody looked since.
 */
export function workingSince(
  alert: Alert,
  { devices, ports }: Pick<Facts, 'devices' | 'ports'>,
): string | null {
  const topic = topicOf(alert)
  if (topic !== 'device_down' && topic !== 'port_down') return null
  const { hostname } = alert.device
  const device = devices.find((each) => sameName(each.hostname, hostname))
  const polledAt = device?.state === 'up' ? device.lastPolledAt : null
  if (polledAt === null || polledAt === undefined) return null
  if (Date.parse(polledAt) - Date.parse(alert.at) < pollMs) return null
  if (topic === 'device_down') return polledAt
  const port = ports
    .find((each) => sameName(each.device, hostname))
    ?.ports.find(({ name }) => sameName(name, alert.entity.name))
  return port?.state === 'up' ? polledAt : null
}
