import type { Alert } from '../alerts/alert.ts'
import { latestState } from '../alerts/latest-state.ts'
import { defaultGroupOptions, type GroupOptions } from './group-options.ts'
import type { OpenIncident } from './incident.ts'

/** Where an incident stands: it fails, it is back and watched, or it is over. Times in ISO. */
export type IncidentProgress =
  | { phase: 'failing'; failing: readonly Alert[]; since: string }
  | { phase: 'recovering'; recoveredAt: string; overAt: string }
  | { phase: 'over'; recoveredAt: string }

export interface ProgressFacts {
  now: string
  /** Whether the monitoring sees the device of an alert working now: for a RECOVER that never came. */
  seenWorking?: (alert: Alert) => string | null
  options?: GroupOptions
}

/**
 * The progress of an incident from its notifications and, where a RECOVER is missing, from what the monitoring shows.
 * `seenWorking` answers the time of a poll after the alert that found it working, or null.
 */
export function incidentProgress(
  { alerts, isFlapping }: Pick<OpenIncident, 'alerts' | 'isFlapping'>,
  { now, seenWorking = () => null, options = defaultGroupOptions }: ProgressFacts,
): IncidentProgress {
  const states = [...latestState(alerts).values()].map((alert) => ({ alert, upAt: upAt(alert, seenWorking) }))
  const failing = states.filter(({ upAt: at }) => at === null).map(({ alert }) => alert)
  if (failing.length > 0) return { phase: 'failing', failing, since: failingSince(failing, alerts) }
  // Log lines alone have no recovery: quiet is all that can be seen.
  const times = states.flatMap(({ upAt: at }) => at ?? [])
  const last = times.length > 0 ? times : alerts.map(({ at }) => at)
  const recoveredAt = last.toSorted().at(-1) ?? now
  const stableMs = isFlapping ? options.flapStableMs : options.stableMs
  const overAt = new Date(Date.parse(recoveredAt) + stableMs).toISOString()
  return Date.parse(now) >= Date.parse(overAt)
    ? { phase: 'over', recoveredAt }
    : { phase: 'recovering', recoveredAt, overAt }
}

/** The beginning of the present failure: the first notification after the last recovery of each failing check. */
export function failingSince(failing: readonly Alert[], alerts: readonly Alert[]): string {
  const begins = failing.map(({ alertKey, at }) => {
    const own = alerts.filter((alert) => alert.alertKey === alertKey)
    const recovered = own.filter(({ kind }) => kind === 'RECOVER').map((alert) => alert.at)
    const last = recovered.toSorted().at(-1) ?? ''
    return (
      own
        .map((alert) => alert.at)
        .filter((time) => time > last)
        .toSorted()[0] ?? at
    )
  })
  return begins.toSorted()[0] ?? ''
}

function upAt(alert: Alert, seenWorking: (alert: Alert) => string | null): string | null {
  return alert.kind === 'RECOVER' ? alert.at : seenWorking(alert)
}
