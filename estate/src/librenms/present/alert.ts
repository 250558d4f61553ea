import { toLocalText } from '../../clock.ts'
import type { ObsRow } from '../../observium/tables.ts'
import { type LibreRow, type LibreServer, numeric } from '../server.ts'

const severities: Record<string, string> = { crit: 'critical', warn: 'warning' }

/** Severity of a rule in the words of LibreNMS. */
export const ruleSeverity = (check: ObsRow | undefined): string => severities[check?.severity ?? ''] ?? 'ok'

/** One alert of LibreNMS: a rule that fires on a device, for one or several of its parts. */
export interface RuleAlert {
  /** The lowest id of its rows, which stays whatever their state. */
  id: number
  rows: ObsRow[]
}

const isFailing = (row: ObsRow) => row.alert_status !== '1'

/** Rows of the alert table that have fired at least once, by rule and device. */
export function ruleAlerts({ db }: LibreServer): RuleAlert[] {
  const groups = new Map<string, ObsRow[]>()
  for (const row of db.all('alerts')) {
    if (!isFailing(row) && row.last_recovered === '0') continue
    const key = `${row.alert_test_id} ${row.device_id}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()].map((rows) => ({
    id: Math.min(...rows.map((row) => Number(row.alert_table_id))),
    rows,
  }))
}

/** 0 ok, 1 alert, 2 acknowledged. */
export function stateOf({ rows }: RuleAlert): 0 | 1 | 2 {
  const failing = rows.filter(isFailing)
  if (failing.length === 0) return 0
  return failing.every((row) => row.alert_status === '3') ? 2 : 1
}

/** The row of the API; its date is that of the last change of state. */
export function presentAlert(server: LibreServer, alert: RuleAlert): LibreRow {
  const [first] = alert.rows
  const state = stateOf(alert)
  const deciding = state === 0 ? alert.rows : alert.rows.filter(isFailing)
  const changed = Math.max(...deciding.map((row) => Number(row.last_changed)))
  const check = server.db.find('alert_checks', first?.alert_test_id ?? '')
  return {
    hostname: server.db.find('devices', first?.device_id ?? '')?.hostname ?? null,
    id: alert.id,
    device_id: numeric(first?.device_id),
    rule_id: numeric(first?.alert_test_id),
    state,
    alerted: state === 0 ? 0 : 1,
    open: state === 0 ? 0 : 1,
    note: server.notes.get(alert.id) ?? null,
    timestamp: toLocalText(new Date(changed * 1000)),
    info: '',
    severity: ruleSeverity(check),
  }
}
