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

/** When the outage itself began, in ms: the first notification that something is silent, else the first of all. */
export function outageStartOf(alerts: readonly Alert[]): number {
  const silent = alerts.filter(isReachability)
  const times = (silent.length > 0 ? silent : alerts).map(({ at }) => Date.parse(at))
  return times.reduce((first, time) => Math.min(first, time), Number.POSITIVE_INFINITY)
}
