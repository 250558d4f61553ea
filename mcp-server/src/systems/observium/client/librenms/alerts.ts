import { readPart } from '../../../read-part.ts'
import type { AlertState, NetworkAlert, NetworkAlerts } from '../../driver.ts'
import { alertNotFound } from '../failures.ts'
import { plainLine } from '../plain-line.ts'
import { severityName } from '../severity-name.ts'
import { instantOf } from './instant.ts'
import { AlertRow, RuleRow } from './rows.ts'
import { type LibrenmsTransport, system } from './transport.ts'

/** Values of `state` by the state of the domain; the program has no delayed and no suppressed alerts. */
const states: Record<AlertState, readonly number[]> = {
  open: [1, 3, 4, 5],
  delayed: [],
  acknowledged: [2],
  suppressed: [],
  cleared: [0],
}
const allStates = '0,1,2,3,4,5'

/** The alerts of LibreNMS (protocol section 3): one per rule and device, without the part that fails. */
export function createAlerts(transport: LibrenmsTransport, timeZone: string): NetworkAlerts {
  const read = (path: string, state: string, signal?: AbortSignal) =>
    transport.rows({ path, key: 'alerts', row: AlertRow, query: { state }, signal })
  const present = async (rows: AlertRow[], missing: string[], signal?: AbortSignal) => {
    const part = { name: 'alert names', none: [] }
    const rules =
      rows.length === 0
        ? []
        : await readPart(missing, part, () =>
            transport.rows({ path: '/rules', key: 'rules', row: RuleRow, signal }),
          )
    const byId = new Map(rules.map((rule) => [rule.id, rule]))
    return rows.map((row) => toAlert(row, byId.get(row.rule_id), timeZone))
  }
  return {
    keepsNotes: true,
    async list(filter, signal) {
      const wanted = [...new Set(filter.states.flatMap((state) => states[state]))]
      if (wanted.length === 0) return { alerts: [], complete: true, missing: [] }
      const found = await read('/alerts', wanted.join(','), signal)
      const rows = found.filter((row) => filter.deviceId === undefined || row.device_id === filter.deviceId)
      const missing: string[] = []
      const alerts = await present(rows, missing, signal)
      return { alerts: alerts.filter((alert) => isLate(alert, filter.clearedAfter)), complete: true, missing }
    },
    async get(alertId, signal) {
      // Without `state` an alert that is not in state 1 would not be found.
      const rows = await read(`/alerts/${alertId}`, allStates, signal)
      const [alert] = await present(rows, [], signal)
      if (alert === undefined) throw alertNotFound(system, alertId)
      return alert
    },
    acknowledge: (alertId, note, signal) =>
      transport.changeAlert({
        path: `/alerts/${alertId}`,
        alertId,
        body: { note: note ?? '', until_clear: true },
        signal,
      }),
    unacknowledge: (alertId, signal) =>
      transport.changeAlert({ path: `/alerts/unmute/${alertId}`, alertId, body: { note: '' }, signal }),
  }
}

/** Only of cleared alerts is asked when: one without a date is kept out. */
function isLate({ state, since }: NetworkAlert, clearedAfter: Date | undefined): boolean {
  if (state !== 'cleared' || clearedAfter === undefined) return true
  return since !== null && new Date(since) >= clearedAfter
}

function toAlert(row: AlertRow, rule: RuleRow | undefined, timeZone: string): NetworkAlert {
  return {
    id: row.id,
    deviceId: row.device_id,
    device: plainLine(row.hostname) ?? `device ${row.device_id}`,
    name: plainLine(rule?.name ?? null) ?? `rule ${row.rule_id}`,
    message: plainLine(rule?.notes ?? null) ?? '',
    entity: null,
    severity: severityName(plainLine(row.severity)),
    state: stateOf(row.state),
    since: instantOf(row.timestamp, timeZone),
  }
}

function stateOf(state: number): AlertState {
  if (state === 0) return 'cleared'
  return state === 2 ? 'acknowledged' : 'open'
}
