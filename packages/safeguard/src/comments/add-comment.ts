import {
  type ApprovalComment,
  type CommentInput,
  ForbiddenError,
  hasAccreditation,
  LimitExceededError,
  type UserActor,
  ValidationError,
} from '@hub/contracts'
import { lockFor } from '../approvals/approval.store.ts'
import { assertHeld } from '../approvals/assert-person.ts'
import { canonicalHash } from '../canonical.ts'
import type { SafeguardContext } from '../context.ts'
import { inTransaction } from '../transaction.store.ts'
import { insertComment } from './comment.store.ts'

/** A discussion this long belongs in the ticket. */
export const maxComments = 200

/** Control characters, and those that turn the direction of the text around them. */
const notText = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/u

/**
 * Says something about a request, also one that has ended; it stays as it is.
 * @throws ValidationError (not text), LimitExceededError, NotFoundError, ForbiddenError below N1
 */
export async function addComment(
  ctx: SafeguardContext,
  command: { approvalId: string; actor: UserActor; input: CommentInput },
): Promise<ApprovalComment> {
  const { approvalId, actor } = command
  const body = textOf(command.input.body)
  return inTransaction(ctx, async (change) => {
    const { row, held } = await lockFor(change.tx, { approvalId, userId: actor.userId })
    assertMayComment(assertHeld(actor, held))
    if (row._count.comments >= maxComments)
      throw new LimitExceededError('The request has too many comments', {
        reason: 'comment.full',
        params: { max: maxComments },
      })
    const { userId, displayName } = actor
    const comment = await insertComment(change.tx, { approvalId, userId, displayName, body, at: change.now })
    change.emit('safeguard:request_commented', { approvalId, commentId: comment.id, userId })
    await change.audit({
      actor,
      action: 'approval.comment',
      subjectType: 'approval',
      subjectId: approvalId,
      details: { commentId: comment.id, hash: canonicalHash({ body }) },
    })
    return comment
  })
}

function assertMayComment({ accreditation }: UserActor): void {
  if (hasAccreditation(accreditation, 'N1')) return
  throw new ForbiddenError('A comment needs accreditation N1', {
    reason: 'approval.level',
    params: { level: 'N1' },
  })
}

function textOf(typed: string): string {
  const body = typed.replaceAll('\r\n', '\n')
  if (notText.test(body))
    throw new ValidationError('A comment holds text only', {
      reason: 'comment.text',
      fields: [{ path: 'body', message: 'holds characters that are no text' }],
    })
  return body
}
