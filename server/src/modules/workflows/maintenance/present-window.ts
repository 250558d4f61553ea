import { MaintenanceOwner, type MaintenanceWindow } from '@hub/contracts'
import type { WindowRow } from './maintenance.store.ts'

export function stateOf(
  { startsAt, endsAt }: Pick<WindowRow, 'startsAt' | 'endsAt'>,
  now: Date,
): MaintenanceWindow['state'] {
  if (endsAt <= now) return 'past'
  return startsAt <= now ? 'current' : 'coming'
}

/** A window as its readers see it. */
export function presentWindow(row: WindowRow, now: Date): MaintenanceWindow {
  const { id, label, startsAt, endsAt, sites, devices, isEverything } = row
  return {
    ...{ id, label, sites, devices, isEverything },
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    by: MaintenanceOwner.parse(row.by),
    state: stateOf(row, now),
    plannedBy: row.user?.displayName ?? null,
  }
}
