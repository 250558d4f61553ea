import type { Actor } from '@hub/contracts'
import { assertMayDecide } from '../approvals/approval.policy.ts'
import { decisionFacts } from '../approvals/approval.store.ts'
import type { ApprovalRow } from '../approvals/approval-row.ts'
import { assertUnknown } from './settle-unknown.ts'

/**
 * May `actor` settle an unknown outcome? Whoever could decide on the request: never its requester.
 * @throws ForbiddenError; ConflictError when the outcome is known
 */
export function assertMaySettle(row: ApprovalRow, actor: Actor): void {
  assertMayDecide(decisionFacts(row), actor)
  assertUnknown(row)
}
