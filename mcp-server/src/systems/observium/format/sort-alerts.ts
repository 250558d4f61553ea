import type { NetworkAlert as ContractAlert } from '@hub/contracts'
import type { z } from 'zod'
import type { NetworkAlert } from '../driver.ts'

const states: NetworkAlert['state'][] = ['open', 'delayed', 'acknowledged', 'suppressed', 'cleared']
const severities = ['critical', 'warning']

/** What nobody looks after first, then the most serious, then the newest. Pure. */
export function byUrgency(a: NetworkAlert, b: NetworkAlert): number {
  return (
    states.indexOf(a.state) - states.indexOf(b.state) ||
    severityRank(a) - severityRank(b) ||
    (b.since ?? '').localeCompare(a.since ?? '')
  )
}

function severityRank({ severity }: NetworkAlert): number {
  const rank = severities.indexOf(severity ?? '')
  return rank === -1 ? severities.length : rank
}

/** How many of the alerts that fail now are how serious. Pure. */
export function countSeverities(alerts: NetworkAlert[]): {
  critical: number
  warning: number
  other: number
} {
  const failing = alerts.filter(({ state }) => state !== 'cleared')
  const critical = failing.filter(({ severity }) => severity === 'critical').length
  const warning = failing.filter(({ severity }) => severity === 'warning').length
  return { critical, warning, other: failing.length - critical - warning }
}

/** An alert as the contract has it. */
export function listedAlert({ id, ...alert }: NetworkAlert): z.infer<typeof ContractAlert> {
  return { alertId: id, ...alert }
}
