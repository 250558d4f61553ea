import { checks, stateText } from '../seed/alerts.ts'
import type { ObsDatabase, ObsRow } from '../tables.ts'

const named = (db: ObsDatabase, hostname: string) =>
  db.all('devices').find((device) => device.hostname?.toLowerCase() === hostname.toLowerCase())

/** Devices that are reached through this one, nearest first. */
function behind(db: ObsDatabase, device: ObsRow): ObsRow[] {
  const links = db
    .where('ports', { device_id: device.device_id ?? '' })
    .filter((port) => port.ifAlias?.startsWith('LIEN '))
  return links.flatMap((port) => {
    const next = named(db, port.ifAlias?.slice('LIEN '.length) ?? '')
    return next ? [next, ...behind(db, next)] : []
  })
}

/** Sets the state of the port that leads to the device. */
function setUplink(db: ObsDatabase, device: ObsRow, state: 'up' | 'down'): void {
  for (const port of db.all('ports').filter((candidate) => candidate.ifAlias === `LIEN ${device.hostname}`)) {
    db.update('ports', port.port_id ?? '', { ifOperStatus: state })
  }
}

function setAlert(
  db: ObsDatabase,
  device: ObsRow,
  { isUp, seconds }: { isUp: boolean; seconds: string },
): ObsRow[] {
  return db
    .where('alerts', { alert_test_id: checks.deviceDown, entity_id: device.device_id ?? '' })
    .map((alert) =>
      db.update('alerts', alert.alert_table_id ?? '', {
        alert_status: isUp ? '1' : '0',
        last_message: isUp ? 'Checks OK' : 'Checks failed',
        last_changed: seconds,
        ...(isUp
          ? { last_recovered: seconds, ignore_until_ok: '0' }
          : { last_alerted: seconds, last_failed: seconds }),
        has_alerted: isUp ? '0' : '1',
        state: stateText(checks.deviceDown, isUp ? '1' : '0', !isUp),
      }),
    )
}

/**
 * Takes a device down with everything behind it, or brings it back (the device itself has rebooted unless told;
 * what fell with it or after it comes back too). Returns the alerts that changed; throws for an unknown host.
 */
export function switchDevice(
  db: ObsDatabase,
  hostname: string,
  { isUp, now, isRestarted = true }: { isUp: boolean; now: Date; isRestarted?: boolean },
): ObsRow[] {
  const device = named(db, hostname)
  if (!device) throw new Error(`Observium knows no device ${hostname}`)
  const seconds = String(Math.floor(now.getTime() / 1000))
  const fellAt = Number(device.last_down ?? 0)
  const fellWithIt = (other: ObsRow) => other.status === '0' && Number(other.last_down ?? 0) >= fellAt
  const affected = [device, ...behind(db, device)].filter((each) =>
    isUp ? fellWithIt(each) : each.status === '1',
  )
  for (const each of affected) {
    const rebooted: ObsRow = isUp && isRestarted && each === device ? { last_rebooted: seconds } : {}
    const state: ObsRow = isUp
      ? { status: '1', status_type: 'ok', last_down: null }
      : { status: '0', status_type: 'ping', last_down: seconds }
    db.update('devices', each.device_id ?? '', { ...state, ...rebooted })
  }
  if (affected.includes(device)) setUplink(db, device, isUp ? 'up' : 'down')
  return affected.flatMap((each) => setAlert(db, each, { isUp, seconds }))
}
