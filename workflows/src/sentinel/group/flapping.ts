import type { Alert } from '../alerts/alert.ts'

/**
 * How often the state of one check changed within `windowMs` before `now`, by the times of the notifications.
 * Repeated deliveries and reminders are no change.
 */
export function changesOf(
  alerts: readonly Alert[],
  { alertKey, now, windowMs }: { alertKey: string; now: number; windowMs: number },
): number {
  const own = alerts
    .filter((alert) => alert.alertKey === alertKey && alert.kind !== 'SYSLOG')
    .map((alert) => ({ at: Date.parse(alert.at), isUp: alert.kind === 'RECOVER' }))
    .filter(({ at }) => now - at <= windowMs && at <= now)
    .sort((a, b) => a.at - b.at)
  return own.filter(({ isUp }, index) => index === 0 || isUp !== own[index - 1]?.isUp).length
}
