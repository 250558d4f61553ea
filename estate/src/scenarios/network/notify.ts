import { type AlertEvent, alertTags } from '../../observium/notify/alert-tags.ts'
import type { ObsRow } from '../../observium/tables.ts'
import type { Stage } from '../stage.ts'

/** Sends one notification per alert, in their order, as at `at`; `more` overrules its tags. */
export async function notifyOf(
  stage: Stage,
  alerts: readonly ObsRow[],
  {
    event,
    at = stage.clock(),
    more = {},
  }: { event: AlertEvent; at?: Date; more?: Record<string, string | null> },
): Promise<void> {
  const about = { db: stage.observium, now: at, baseUrl: stage.observiumUrl }
  await Promise.all(
    alerts.map((alert) => stage.notifier.send({ ...alertTags(alert, event, about), ...more })),
  )
}

/** Names of the devices that the alerts are about. */
export function devicesOf({ observium }: Stage, alerts: readonly ObsRow[]): string[] {
  return alerts.flatMap((alert) => observium.find('devices', alert.device_id ?? '')?.hostname ?? [])
}
