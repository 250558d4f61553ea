import { type Accreditation, hasAccreditation } from '@hub/contracts'
import type { Tx } from '@hub/prisma'
import { findActivePeople } from '../delegations/delegation.store.ts'
import type { ApprovalRow } from './approval-row.ts'

type Decision = ApprovalRow['decisions'][number]

/**
 * The decisions that say yes to this very digest, of people other than the requester who could still say it: active,
 * and with the accreditation needed, their own or that of the one they stand in for. The yes of a person who was
 * shut out since counts no more.
 */
export async function findStandingYes(tx: Tx, row: ApprovalRow, given: Decision[]): Promise<Decision[]> {
  const yes = given.filter(
    ({ kind, digest, userId }) =>
      (kind === 'approve' || kind === 'break_glass') &&
      digest === row.digest &&
      `user:${userId}` !== row.requesterKey,
  )
  if (yes.length === 0) return []
  const ids = yes.flatMap(({ userId, onBehalfOf }) => (onBehalfOf === null ? [userId] : [userId, onBehalfOf]))
  const people = new Map((await findActivePeople(tx, ids)).map((one) => [one.userId, one.accreditation]))
  return yes.filter(({ kind, userId, onBehalfOf }) => {
    const held = people.get(onBehalfOf ?? userId)
    const needed = kind === 'break_glass' ? 'N4' : (row.approverLevel as Accreditation)
    return people.has(userId) && held !== undefined && hasAccreditation(held, needed)
  })
}
