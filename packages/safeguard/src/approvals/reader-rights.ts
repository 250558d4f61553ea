import {
  type Actor,
  AppError,
  ApprovalOutcome,
  actorKey,
  hasAccreditation,
  type LocalizedText,
  neededToCall,
  type ReaderRights,
  toolCatalog,
} from '@hub/contracts'
import { assertMayBreakGlass, assertMayReview } from '../break-glass/break-glass.policy.ts'
import { assertMayDecide, assertNotCounted } from './approval.policy.ts'
import { decisionFacts } from './approval.store.ts'
import type { ApprovalRow } from './approval-row.ts'
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
    canBreakGlass: isOpen && isAllowed(() => assertMayBreakGlass(row, actor)),
    canReviewBreakGlass: isAllowed(() => assertMayReview(row, actor)),
    canSettle:
      row.state === 'unknown' && isOther(row, actor) && holds(actor, decisionFacts(row).approverLevel),
    canUndo: row.state === 'executed' && row.undoneBy === null && mayCallUndo(row, actor),
  }
}

const holds = (actor: Actor, level: Parameters<typeof hasAccreditation>[1]) =>
  actor.type === 'user' && hasAccreditation(actor.accreditation, level)

const isOther = (row: ApprovalRow, actor: Actor) => actorKey(actor) !== row.requesterKey

/** What a rule of the gate says against it; null when it allows it. */
function refusalOf(assert: () => void): AppError | null {
  try {
    assert()
    return null
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
}

const isAllowed = (assert: () => void) => refusalOf(assert) === null

/** Is there a call that takes the effect back, and may this person make it? A rule can raise it, never lower it. */
function mayCallUndo(row: ApprovalRow, actor: Actor): boolean {
  const undo = ApprovalOutcome.nullable().parse(row.outcome)?.undo
  const level = undo && toolCatalog.get(undo.toolName)?.level
  return level !== undefined && level !== null && holds(actor, neededToCall[level])
}

function whyNot(
  row: ApprovalRow,
  actor: Actor,
  acting?: ApprovalReader['actsFor'][number],
): LocalizedText | null {
  const facts = decisionFacts(row)
  const refusal = refusalOf(() => {
    // First what the reader did: who decided for another may be below the level.
    if (actor.type === 'user') assertNotCounted(facts, actor.userId, acting)
    assertMayDecide(facts, actor, acting)
  })
  return refusal && refusalText(refusal)
}
