import type { ObsDatabase, ObsRow } from '../tables.ts'

/** Number of a poller that stands still: rows of its devices stay as they were. */
const stoppedPoller = '9'

/** Whether nobody polls this device any more. */
export const isUnpolled = (device: ObsRow | undefined): boolean => device?.poller_id === stoppedPoller

/** Nobody polls the device from then on; `at` in local text. */
export function pollerOff(db: ObsDatabase, device: ObsRow, at: string): void {
  db.update('devices', device.device_id ?? '', { poller_id: stoppedPoller, last_polled: at })
}

/** Polls a device again. @returns false when it was */
export function pollerOn(db: ObsDatabase, device: ObsRow): boolean {
  if (!isUnpolled(device)) return false
  db.update('devices', device.device_id ?? '', { poller_id: '0' })
  return true
}
