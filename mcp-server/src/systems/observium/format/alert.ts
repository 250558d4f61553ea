import type { DeviceAlert } from '@hub/contracts'
import type { z } from 'zod'
import { type AlertCheckRow, type AlertRow, AlertState } from '../schemas.ts'
import { plainLine } from './plain-line.ts'

/** An alert as the contract has it, with the conditions that failed; pure. */
export function formatAlert(row: AlertRow, check: AlertCheckRow | undefined): z.infer<typeof DeviceAlert> {
  const name = row.alert_name ?? check?.alert_name ?? null
  const message = row.alert_message ?? check?.alert_message ?? row.last_message
  return {
    alertId: row.alert_table_id,
    name: plainLine(name) ?? `check ${row.alert_test_id ?? row.alert_table_id}`,
    message: [plainLine(message), failedConditions(row.state)].filter(Boolean).join(': '),
    entity: plainLine(row.entity_shortname ?? row.entity_name ?? row.entity_type),
    severity: plainLine(row.severity ?? check?.severity ?? null),
    since: row.last_changed ? new Date(row.last_changed * 1000).toISOString() : null,
  }
}

/** `state` is JSON inside a JSON string and may be empty or cut off: then there are no conditions to tell. */
function failedConditions(state: string | null): string {
  const parsed = AlertState.safeParse(parsedOrNull(state ?? ''))
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
