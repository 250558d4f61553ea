import { type Accreditation, Actor, ConflictError } from '@hub/contracts'
import type { ApprovalRow } from '../approvals/approval-row.ts'
import type { Change } from '../transaction.store.ts'
import { giverOf } from './answer-by-grant.ts'
import { coversCall, type GrantedCall } from './grant.policy.ts'
import { lockGrant } from './grant.store.ts'

/**
 * At the last moment: does the grant that said yes still stand, and does it cover what is about to run?
 * @throws ConflictError when it was revoked, ended or covers something else; nothing is used then
 */
export async function assertStillGranted(
  change: Change,
  request: ApprovalRow,
  action: Omit<GrantedCall, 'requester'>,
): Promise<void> {
  if (request.grantId === null) return
  const row = await lockGrant(change.tx, request.grantId)
  const giver = await giverOf(change, row, request.approverLevel as Accreditation)
  if (giver && coversCall(row, { ...action, requester: Actor.parse(request.requestedBy) })) return
  throw new ConflictError(`The standing grant ${row.id} does not cover this action any more`, {
    reason: 'grant.not_covering',
    params: { id: row.id },
  })
}
