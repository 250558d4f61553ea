import type { Alert } from './alert.ts'

/**
 * Whether the check of each alert key fails now, by the times inside the notifications and not by their arrival: a
 * RECOVER that overtakes its ALERT still ends it. At the same second the RECOVER counts as the later one. Reminders
 * count as ALERT; log lines have no state. Repeated deliveries change nothing.
 */
export function latestState(alerts: readonly Alert[]): Map<string, Alert> {
  const latest = new Map<string, Alert>()
  for (const alert of alerts) {
    if (alert.kind === 'SYSLOG') continue
    const known = latest.get(alert.alertKey)
    if (known === undefined || isLater(alert, known)) latest.set(alert.alertKey, alert)
  }
  return latest
}

/** The alerts of which the check still fails. */
export function failing(alerts: readonly Alert[]): Alert[] {
  return [...latestState(alerts).values()].filter(({ kind }) => kind !== 'RECOVER')
}

/** True when `alert` tells a later state than `other`. */
export function isLater(alert: Alert, other: Alert): boolean {
  const [a, b] = [Date.parse(alert.at), Date.parse(other.at)]
  return a !== b ? a > b : alert.kind === 'RECOVER' && other.kind !== 'RECOVER'
}
