import { type Actor, AppError, Approval, actorKey, type LocalizedText } from '@hub/contracts'
import { assertMayDecide } from './approval.policy.ts'
import { type ApprovalRow, decisionFacts } from './approval.store.ts'
import { refusalText } from './refusal-text.ts'

/** A stored request as the API shows it to `reader`, with what the reader may do. */
export function presentApproval(row: ApprovalRow, reader: Actor, now: Date): Approval {
  const { id, number, requesterKey, conversationId, ticketId, decidedAt, executingAt, ...shown } = row
  return Approval.parse({
    ...shown,
    approvalId: id,
    decisions: row.decisions.map((decision) => ({
      ...decision,
      at: decision.at.toISOString(),
      until: decision.until?.toISOString() ?? null,
    })),
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    maxExpiresAt: row.maxExpiresAt.toISOString(),
    deferredUntil: row.deferredUntil?.toISOString() ?? null,
    secretAvailable: canReveal(row, reader, now),
    you: whatReaderMayDo(row, reader, now),
  })
}

/** The requester or one who approved may see a generated secret, once, after a success. */
export function canReveal(row: ApprovalRow, reader: Actor, now: Date): boolean {
  if (reader.type !== 'user' || row.state !== 'executed') return false
  if (!row.secret?.sealed || row.secret.revealedAt || row.secret.expiresAt <= now) return false
  const approved = row.decisions.some((d) => d.kind === 'approve' && d.userId === reader.userId)
  return approved || actorKey(reader) === row.requesterKey
}

function whatReaderMayDo(row: ApprovalRow, reader: Actor, now: Date): Approval['you'] {
  const isOpen = row.state === 'pending' && now < row.expiresAt
  const why = whyNot(row, reader)
  return {
    canDecide: isOpen && why === null,
    canCancel: isOpen && actorKey(reader) === row.requesterKey,
    why: isOpen ? why : null,
  }
}

function whyNot(row: ApprovalRow, reader: Actor): LocalizedText | null {
  const facts = decisionFacts(row)
  try {
    assertMayDecide(facts, reader)
  } catch (error) {
    if (error instanceof AppError) return refusalText(error)
    throw error
  }
  const hasApproved = reader.type === 'user' && facts.decidedBy.includes(reader.userId)
  return hasApproved ? refusalText({ reason: 'approval.twice', params: {} }) : null
}
