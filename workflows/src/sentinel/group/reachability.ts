import type { Alert } from '../alerts/alert.ts'
import { topicOf } from '../alerts/alert-topic.ts'

/** True when an alert says that something cannot be reached, not that a value is bad. */
export function isReachability(alert: Alert): boolean {
  const topic = topicOf(alert)
  return topic === 'device_down' || topic === 'port_down' || topic === 'session'
}

/** True when an alert may be another face of an outage of its site: not reached, no power, restarted. */
export function isOutageSign(alert: Alert): boolean {
  const topic = topicOf(alert)
  return isReachability(alert) || topic === 'power' || topic === 'restart' || topic === 'loss'
}
