import type { Approval } from '@hub/contracts'
import { timeLeft } from './time-left.ts'

/** A minute of an L4 request counts double: it is twice as urgent with the same time left. */
const riskWeight: Record<Approval['securityLevel'], number> = { L0: 1, L1: 1, L2: 1, L3: 1, L4: 2 }

/** Orders requests by urgency (time left against risk), the most urgent first. */
export function byUrgency(now: Date): (a: Approval, b: Approval) => number {
  const urgency = (approval: Approval) => timeLeft(approval, now).ms / riskWeight[approval.securityLevel]
  return (a, b) => urgency(a) - urgency(b) || a.approvalId.localeCompare(b.approvalId)
}
