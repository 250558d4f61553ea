import { localToInstant } from '../../../local-time.ts'
import type { AlertState, NetworkAlert } from '../../driver.ts'
import { plainLine } from '../plain-line.ts'
import { severityName } from '../severity-name.ts'
import { type AlertCheckRow, type AlertRow, ConditionState } from './rows.ts'

/** An alert with the conditions that failed; pure. */
export function toAlert(
  row: AlertRow,
  about: { check: AlertCheckRow | undefined; timeZone: string; now: Date },
): NetworkAlert {
  const { check } = about
  const name = row.alert_name ?? check?.alert_name ?? null
  const message = row.alert_message ?? check?.alert_message ?? row.last_message
  return {
    id: row.alert_table_id,
    deviceId: row.device_id ?? 0,
    device: plainLine(row.hostname) ?? `device ${row.device_id ?? '?'}`,
    name: plainLine(name) ?? `check ${row.alert_test_id ?? row.alert_table_id}`,
    message: [plainLine(message), failedConditions(row.state)].filter(Boolean).join(': '),
    entity: plainLine(row.entity_shortname ?? row.entity_name ?? row.entity_type),
    severity: severityName(plainLine(row.severity ?? check?.severity ?? null)),
    state: stateOf(row, about),
    since: row.last_changed ? new Date(row.last_changed * 1000).toISOString() : null,
  }
}

/** An acknowledgement counts at once; `alert_status` only follows with the next run of the alerter. */
function stateOf(row: AlertRow, { timeZone, now }: { timeZone: string; now: Date }): AlertState {
  if (row.alert_status === '1') return 'cleared'
  const until = localToInstant(row.ignore_until, timeZone)
  if (row.ignore_until_ok || (until !== null && new Date(until) > now)) return 'acknowledged'
  if (row.alert_status === '2') return 'delayed'
  return row.alert_status === '3' ? 'suppressed' : 'open'
}

/** `state` is JSON inside a JSON string and may be empty or cut off: then there are no conditions to tell. */
function failedConditions(state: string | null): string {
  const parsed = ConditionState.safeParse(parsedOrNull(state ?? ''))
  if (!parsed.success) return ''
  const conditions = parsed.data.failed.map(
    ({ metric, condition, value }) => `${metric} ${condition} ${value}`,
  )
  return plainLine(conditions.join(', ')) ?? ''
}

function parsedOrNull(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
