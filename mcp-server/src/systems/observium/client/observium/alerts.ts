import type { QueryValue } from '@hub/kernel'
import { readPart } from '../../../read-part.ts'
import type { AlertFilter, AlertState, NetworkAlerts } from '../../driver.ts'
import { alertNotFound } from '../failures.ts'
import { AlertCheckRow, AlertRow } from './rows.ts'
import { toAlert } from './to-alert.ts'
import type { ObserviumTransport } from './transport.ts'

/** Which values of `status` can hold alerts of a state: an acknowledged one is `suppressed` only some minutes later. */
const statuses: Record<AlertState, readonly string[]> = {
  open: ['failed'],
  delayed: ['delayed'],
  acknowledged: ['suppressed', 'failed', 'delayed'],
  suppressed: ['suppressed'],
  cleared: ['ok'],
}

/** The alerts of Observium (protocol section 1.3); the default of `status` differs, so it is always sent. */
export function createAlerts(transport: ObserviumTransport, timeZone: string): NetworkAlerts {
  const read = (query: Record<string, QueryValue>, signal?: AbortSignal) =>
    transport.allRows({
      collection: 'alerts',
      row: AlertRow,
      query: { ...query, expand_entities: 1 },
      signal,
    })
  const readChecks = async (missing: string[], signal?: AbortSignal) => {
    const part = { name: 'alert severities', none: [] }
    const checks = await readPart(missing, part, async () => {
      const found = await transport.allRows({
        collection: 'alert_checks',
        row: AlertCheckRow,
        query: {},
        signal,
      })
      return found.rows
    })
    return new Map(checks.map((check) => [check.alert_test_id, check]))
  }
  const present = async (rows: AlertRow[], missing: string[], signal?: AbortSignal) => {
    // Alert rows do not tell their severity: the checks do, asked for only when there is something to tell.
    const checks = rows.length === 0 ? new Map() : await readChecks(missing, signal)
    const about = { timeZone, now: new Date() }
    return rows.map((row) => toAlert(row, { ...about, check: checks.get(row.alert_test_id) }))
  }
  return {
    keepsNotes: false,
    async list(filter, signal) {
      const wanted = [...new Set(filter.states.flatMap((state) => statuses[state]))]
      const device: Record<string, QueryValue> =
        filter.deviceId === undefined ? {} : { device_id: filter.deviceId }
      const pages = await Promise.all(wanted.map((status) => read({ ...device, status }, signal)))
      const missing: string[] = []
      // One that changed its status between two answers is in both.
      const byId = new Map(pages.flatMap((page) => page.rows).map((row) => [row.alert_table_id, row]))
      const rows = [...byId.values()].filter((row) => mayBeWanted(row, filter))
      const alerts = await present(rows, missing, signal)
      return {
        alerts: alerts.filter(({ state }) => filter.states.includes(state)),
        complete: pages.every((page) => page.complete),
        missing,
      }
    },
    async get(alertId, signal) {
      const row = await transport.row({
        collection: 'alerts',
        id: alertId,
        row: AlertRow,
        query: { expand_entities: 1 },
        signal,
      })
      if (row === undefined) throw alertNotFound('Observium', alertId)
      const [alert] = await present([row], [], signal)
      if (alert === undefined) throw alertNotFound('Observium', alertId)
      return alert
    },
    acknowledge: (alertId, _note, signal) =>
      transport.change({ collection: 'alerts', id: alertId, body: { ignore_until_ok: '1' }, signal }),
    unacknowledge: (alertId, signal) =>
      transport.change({ collection: 'alerts', id: alertId, body: { ignore_until_ok: '0' }, signal }),
  }
}

/** Every check that is well has a row: only those that recovered in time are of interest. */
function mayBeWanted(row: AlertRow, { clearedAfter }: AlertFilter): boolean {
  if (row.alert_status !== '1' || clearedAfter === undefined) return true
  return (row.last_recovered ?? 0) * 1000 >= clearedAfter.getTime()
}
