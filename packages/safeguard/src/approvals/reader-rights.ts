import {
  type Actor,
  AppError,
  actorKey,
  hasAccreditation,
  type LocalizedText,
  type ReaderRights,
} from '@hub/contracts'
import { assertMayDecide, assertNotCounted } from './approval.policy.ts'
import { type ApprovalRow, decisionFacts } from './approval.store.ts'
import type { ApprovalReader } from './present-approval.ts'
import { previewSeenAt } from './preview-seen.ts'
import { refusalText } from './refusal-text.ts'

/** What `reader` may do with a request; the verbs check all of it again. */
export function readerRights(row: ApprovalRow, reader: ApprovalReader): ReaderRights {
  const { actor, now } = reader
  const isOpen = row.state === 'pending' && now < row.expiresAt
  const why = whyNot(row, actor)
  const mayActFor = isOpen ? reader.actsFor.filter((acting) => whyNot(row, actor, acting) === null) : []
  return {
    canDecide: isOpen && (why === null || mayActFor.length > 0),
    canCancel: isOpen && actorKey(actor) === row.requesterKey,
    why: isOpen && mayActFor.length === 0 ? why : null,
    mayActFor,
    previewSeen: actor.type === 'user' && previewSeenAt(row, actor.userId) !== null,
    canBreakGlass: isOpen && isOther(row, actor) && holds(actor, 'N4') && needsMore(row),
    canReviewBreakGlass: canReview(row, actor),
    canSettle:
      row.state === 'unknown' && isOther(row, actor) && holds(actor, decisionFacts(row).approverLevel),
    canUndo: row.state === 'executed' && hasUndo(row) && holds(actor, 'N1'),
  }
}

const holds = (actor: Actor, level: Parameters<typeof hasAccreditation>[1]) =>
  actor.type === 'user' && hasAccreditation(actor.accreditation, level)

const isOther = (row: ApprovalRow, actor: Actor) => actorKey(actor) !== row.requesterKey

/** One yes that anybody of the level could give needs no emergency. */
const needsMore = (row: ApprovalRow) => row.requiredApprovals > 1

function canReview({ breakGlass }: ApprovalRow, actor: Actor): boolean {
  if (!breakGlass || breakGlass.reviewerId !== null || actor.type !== 'user') return false
  return actor.userId !== breakGlass.userId && holds(actor, 'N3')
}

function hasUndo({ outcome }: ApprovalRow): boolean {
  return typeof outcome === 'object' && outcome !== null && 'undo' in outcome && outcome.undo !== null
}

function whyNot(
  row: ApprovalRow,
  actor: Actor,
  acting?: ApprovalReader['actsFor'][number],
): LocalizedText | null {
  const facts = decisionFacts(row)
  try {
    assertMayDecide(facts, actor, acting)
    if (actor.type === 'user') assertNotCounted(facts, actor.userId, acting)
    return null
  } catch (error) {
    if (error instanceof AppError) return refusalText(error)
    throw error
  }
}
