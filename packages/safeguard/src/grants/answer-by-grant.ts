import {
  type Accreditation,
  type Actor,
  hasAccreditation,
  type PolicyTerms,
  type SecurityLevel,
} from '@hub/contracts'
import { insertDecision } from '../approvals/approval.store.ts'
import type { ApprovalRow } from '../approvals/approval-row.ts'
import { newDecision } from '../approvals/decision-of.ts'
import { endWith } from '../approvals/end-request.ts'
import type { Change } from '../transaction.store.ts'
import { coversCall, type GrantedCall, grantRequester, isGrantable } from './grant.policy.ts'
import { findUsableGrants, type GrantRow, lockGrant, updateGrant } from './grant.store.ts'
import { heldAccreditation } from './grantee.store.ts'
import { tellGrant } from './tell-grant.ts'

/** A grant that is held for one use until the transaction ends, with the accreditation of the one who gave it. */
export interface HeldGrant {
  row: GrantRow
  givenBy: { userId: string; displayName: string; accreditation: Accreditation }
}

const clockwork: Actor = { type: 'system', name: 'safeguard' }

/**
 * Finds a grant that covers the call and has a use left, and locks it. Call it before the first audit row of the
 * transaction: whoever changes a grant takes the locks in this order.
 */
export async function holdGrant(
  change: Change,
  call: GrantedCall & { level: SecurityLevel; terms: PolicyTerms },
): Promise<HeldGrant | null> {
  const requester = grantRequester(call.requester)
  if (requester === null || !isGrantable(call.level, call.terms)) return null
  const candidates = await findUsableGrants(change.tx, {
    toolName: call.toolName,
    requester,
    now: change.now,
  })
  for (const { id } of candidates.filter((row) => coversCall(row, call))) {
    const row = await lockGrant(change.tx, id)
    const givenBy = await giverOf(change, row, call.terms.approver)
    if (givenBy && row.uses < row.maxUses) return { row, givenBy }
  }
  return null
}

/** Who gave a grant that is in force, while they may still give it and say yes to the request; else null. */
export async function giverOf(
  change: Change,
  row: GrantRow,
  needed: Accreditation,
): Promise<HeldGrant['givenBy'] | null> {
  const { decidedById: userId, decidedByName: displayName } = row
  if (row.state !== 'active' || change.now >= row.expiresAt || userId === null || displayName === null)
    return null
  const accreditation = await heldAccreditation(change.tx, userId)
  const toGive = row.approverLevel as Accreditation
  if (accreditation === null || ![needed, toGive].every((level) => hasAccreditation(accreditation, level)))
    return null
  return { userId, displayName, accreditation }
}

/** Says yes to a fresh request in the name of the one who gave the grant, and counts the use. */
export async function answerByGrant(
  change: Change,
  request: ApprovalRow,
  { row, givenBy }: HeldGrant,
): Promise<ApprovalRow> {
  const decision = newDecision({
    approvalId: request.id,
    kind: 'grant',
    ...givenBy,
    grantId: row.id,
    digest: request.digest,
    reason: row.decisionReason,
    at: change.now,
  })
  await insertDecision(change.tx, decision)
  const used = await updateGrant(change.tx, row.id, { uses: { increment: 1 } })
  const decided = { ...request, decisions: [...request.decisions, decision] }
  const approved = await endWith(change, decided, {
    state: 'approved',
    actor: clockwork,
    action: 'approval.grant',
    details: { grantId: row.id, givenBy: givenBy.userId, uses: used.uses, maxUses: used.maxUses },
    columns: { decidedAt: change.now, grantId: row.id },
  })
  const details = { approvalId: request.id, uses: used.uses }
  await tellGrant(change, used, { actor: clockwork, action: 'grant.use', details })
  return approved
}
