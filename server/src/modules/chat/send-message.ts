import { ConflictError, type SendMessage, type User } from '@hub/contracts'
import { inTransaction } from '@hub/safeguard'
import type { ServerContext } from '../../context.ts'
import { insertConversation, lockConversation, touchConversation } from './conversation.store.ts'
import { insertAnswer, insertUserMessage } from './message.store.ts'
import { assertQuota } from './quota.ts'
import type { AnswerRun, RunRegistry } from './run/run-registry.ts'
import { runAnswer } from './run-answer.ts'

const titleLength = 80

/**
 * Stores a question and starts its answer, which goes on whether or not anybody keeps listening.
 * @throws NotFoundError for an unknown or foreign conversation, ConflictError while another answer is being written,
 *   LimitExceededError when the quota is spent; nothing is stored then
 */
export async function sendMessage(
  ctx: ServerContext,
  registry: RunRegistry,
  command: { user: User; input: SendMessage },
): Promise<AnswerRun> {
  const { user, input } = command
  await assertQuota(ctx, user.id)
  const stored = await inTransaction(ctx, async ({ tx, now }) => {
    const conversation = input.conversationId
      ? await lockConversation(tx, { id: input.conversationId, userId: user.id })
      : await insertConversation(tx, {
          userId: user.id,
          title: titleOf(input.content),
          mode: input.mode,
          now,
        })
    if (conversation.streamingMessageId)
      throw new ConflictError('An answer is already being written', { reason: 'chat.busy' })
    const conversationId = conversation.id
    const { mode, content } = input
    const question = await insertUserMessage(tx, { conversationId, mode, content, now })
    const answer = await insertAnswer(tx, { conversationId, mode, now })
    await touchConversation(tx, conversationId, { now, mode })
    return { conversationId, questionId: question.id, messageId: answer.id, answerRank: answer.rank }
  })
  return registry.start(stored, (run) => runAnswer(ctx, { ...stored, run, user, mode: input.mode }))
}

function titleOf(content: string): string {
  const line = content.replace(/\s+/g, ' ').trim()
  return line.length > titleLength ? `${line.slice(0, titleLength - 1)}…` : line
}
