import { type Actor, Approval, actorKey } from '@hub/contracts'
import type { ActingFor } from './approval.policy.ts'
import type { ApprovalRow } from './approval-row.ts'
import { readerRights } from './reader-rights.ts'

/** Who reads a request, when, and for whom they may decide meanwhile. */
export interface ApprovalReader {
  actor: Actor
  actsFor: ActingFor[]
  now: Date
}

/** A stored request as the API shows it to `reader`, with what the reader may do. */
export function presentApproval(row: ApprovalRow, reader: ApprovalReader): Approval {
  const { actor, now } = reader
  return Approval.parse({
    ...row,
    approvalId: row.id,
    decisions: row.decisions.map(presentDecision),
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    maxExpiresAt: row.maxExpiresAt.toISOString(),
    deferredUntil: row.deferredUntil?.toISOString() ?? null,
    breakGlass: presentBreakGlass(row.breakGlass),
    commentCount: row._count.comments,
    viewers: row.views.filter((view) => view.lookingUntil > now && `user:${view.userId}` !== actorKey(actor)),
    secretAvailable: canReveal(row, actor, now),
    you: readerRights(row, reader),
  })
}

function presentDecision(decision: ApprovalRow['decisions'][number]) {
  const { onBehalfOf, onBehalfName } = decision
  return {
    ...decision,
    onBehalfOf: onBehalfOf === null ? null : { userId: onBehalfOf, displayName: onBehalfName ?? '' },
    previewSeenAt: decision.previewSeenAt?.toISOString() ?? null,
    at: decision.at.toISOString(),
    until: decision.until?.toISOString() ?? null,
  }
}

function presentBreakGlass(use: ApprovalRow['breakGlass']): Approval['breakGlass'] {
  if (!use) return null
  const { userId, displayName, reason, at, reviewerId, reviewerName, verdict, note, reviewedAt } = use
  const review =
    reviewerId !== null && reviewedAt !== null
      ? {
          userId: reviewerId,
          displayName: reviewerName ?? '',
          verdict: verdict === 'justified' ? ('justified' as const) : ('not_justified' as const),
          note: note ?? '',
          at: reviewedAt.toISOString(),
        }
      : null
  return { userId, displayName, reason, at: at.toISOString(), review }
}

const saysYes = ['approve', 'break_glass', 'grant']

/** The requester or one who approved may see a generated secret, once, after a success or a verdict of one. */
export function canReveal(row: ApprovalRow, reader: Actor, now: Date): boolean {
  if (reader.type !== 'user' || row.state !== 'executed') return false
  if (!row.secret?.sealed || row.secret.revealedAt || row.secret.expiresAt <= now) return false
  const approved = row.decisions.some(
    ({ kind, userId }) => saysYes.includes(kind) && userId === reader.userId,
  )
  return approved || actorKey(reader) === row.requesterKey
}
