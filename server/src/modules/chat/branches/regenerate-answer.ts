import { ChatMode, ConflictError, NotFoundError, type RegenerateMessage, type User } from '@hub/contracts'
import { inTransaction } from '@hub/safeguard'
import type { ServerContext } from '../../../context.ts'
import { lockConversation, touchConversation } from '../conversation.store.ts'
import { insertAnswer, type MessageRow } from '../message.store.ts'
import { assertParallelAnswers } from '../parallel-answers.store.ts'
import { assertQuota } from '../quota.ts'
import { busy } from '../refused-question.ts'
import type { RunRegistry } from '../run/run-registry.ts'
import { runAnswer } from '../run-answer.ts'
import type { StartedAnswer } from '../send-message.ts'
import { findInTree } from './find-in-tree.ts'
import { listPath } from './path.store.ts'

/** Between a question and its answer there may be outcomes of actions, a few at most. */
const nearest = 20

/**
 * Starts another answer to the question of `message`, which is that question or one of its answers.
 * @throws NotFoundError when the message is not of the conversation, ConflictError while another answer is being
 *   written or when the message is an outcome, LimitExceededError when the quota is spent or too many answers are
 *   being written at once
 */
export async function regenerateAnswer(
  ctx: ServerContext,
  registry: RunRegistry,
  command: { user: User; message: MessageRow; input: RegenerateMessage },
): Promise<StartedAnswer> {
  const { user, message, input } = command
  if (message.kind === 'outcome')
    throw new ConflictError('An outcome is no answer', { reason: 'chat.no_answer' })
  const stored = await inTransaction(ctx, async ({ tx, now }) => {
    await assertQuota(ctx, { db: tx, userId: user.id })
    const key = { id: input.conversationId ?? message.conversationId, userId: user.id }
    const conversation = await lockConversation(tx, key)
    await findInTree(tx, conversation, { id: message.id })
    if (conversation.streamingMessageId) throw busy()
    await assertParallelAnswers(tx, user.id)
    const before = await listPath(tx, { from: message.id, limit: nearest })
    const question = before.find(({ role }) => role === 'user')
    if (!question) throw new NotFoundError('There is no question', { reason: 'chat.no_answer' })
    const mode = input.mode ?? ChatMode.parse(message.mode)
    const parentId = message.role === 'user' ? message.id : message.parentId
    const answer = await insertAnswer(tx, { conversationId: conversation.id, parentId, mode, now })
    await touchConversation(tx, conversation.id, { now, mode })
    const ids = { conversationId: conversation.id, questionId: question.id }
    return { ...ids, messageId: answer.id, answerRank: answer.rank, mode }
  })
  const run = registry.start(stored, (started) => runAnswer(ctx, { ...stored, run: started, user }))
  return { messageId: stored.messageId, run }
}
