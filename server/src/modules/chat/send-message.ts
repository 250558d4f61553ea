import {
  ConflictError,
  type Conversation,
  type SendMessage,
  type User,
  ValidationError,
} from '@hub/contracts'
import type { Tx } from '@hub/prisma'
import { inTransaction } from '@hub/safeguard'
import type { ServerContext } from '../../context.ts'
import { attachFiles } from './attachments/message-attachments.store.ts'
import { findInTree } from './branches/find-in-tree.ts'
import { insertConversation, lockConversation, touchConversation } from './conversation.store.ts'
import { findAnswerByKey, insertAnswer, insertUserMessage } from './message.store.ts'
import { assertParallelAnswers } from './parallel-answers.store.ts'
import { assertQuota } from './quota.ts'
import type { AnswerRun, RunRegistry } from './run/run-registry.ts'
import { runAnswer } from './run-answer.ts'

const titleLength = 80

/** An answer that was started; `run` is null when it was started before and this process does not write it. */
export interface StartedAnswer {
  messageId: string
  run: AnswerRun | null
}

/**
 * Stores a question and starts its answer, which goes on whether or not anybody keeps listening. A question that was
 * sent before with the same key is not stored again: its answer is given.
 * @throws NotFoundError for an unknown or foreign conversation, parent or file, ConflictError while another answer is
 *   being written, LimitExceededError when the quota is spent or too many answers are being
 *   written at once; nothing is stored then
 */
export async function sendMessage(
  ctx: ServerContext,
  registry: RunRegistry,
  command: { user: User; input: SendMessage },
): Promise<StartedAnswer> {
  const { user, input } = command
  const { requestKey, mode, content, attachmentIds = [] } = input
  const stored = await inTransaction(ctx, async ({ tx, now }) => {
    const sent = requestKey && (await findAnswerByKey(tx, { requestKey, userId: user.id }))
    if (sent) return { sentId: sent.id }
    await assertQuota(ctx, { db: tx, userId: user.id })
    const conversation = await openConversation(tx, { user, input, now })
    assertIdle(conversation)
    await assertParallelAnswers(tx, user.id)
    const conversationId = conversation.id
    const parentId = await parentOf(tx, conversation, input)
    const place = { conversationId, mode, now }
    const question = await insertUserMessage(tx, { ...place, parentId, content, requestKey })
    await attachFiles(tx, { messageId: question.id, userId: user.id, attachmentIds })
    const answer = await insertAnswer(tx, { ...place, parentId: question.id })
    await touchConversation(tx, conversationId, { now, mode })
    return { conversationId, questionId: question.id, messageId: answer.id, answerRank: answer.rank }
  })
  if (stored.sentId !== undefined)
    return { messageId: stored.sentId, run: registry.find(stored.sentId) ?? null }
  const run = registry.start(stored, (started) => runAnswer(ctx, { ...stored, run: started, user, mode }))
  return { messageId: stored.messageId, run }
}

/** @throws ConflictError while an answer is being written: one at a time */
export function assertIdle(conversation: Conversation): void {
  if (conversation.streamingMessageId)
    throw new ConflictError('An answer is already being written', { reason: 'chat.busy' })
}

async function openConversation(
  tx: Tx,
  { user, input, now }: { user: User; input: SendMessage; now: Date },
): Promise<Conversation> {
  const { conversationId, parentId, content, mode, binding } = input
  if (conversationId && binding !== undefined) throw notHere('binding', 'is of a new conversation')
  if (conversationId) return lockConversation(tx, { id: conversationId, userId: user.id })
  if (parentId) throw notHere('conversationId', 'is needed with parentId')
  return insertConversation(tx, { userId: user.id, title: titleOf(content), mode, binding, now })
}

function notHere(path: string, message: string): ValidationError {
  return new ValidationError(`${path} ${message}`, {
    reason: 'input.fields',
    params: { fields: path },
    fields: [{ path, message }],
  })
}

async function parentOf(
  tx: Tx,
  conversation: Conversation,
  { parentId }: SendMessage,
): Promise<string | null> {
  if (parentId === undefined) return conversation.leafId
  if (parentId === null) return null
  return (await findInTree(tx, conversation, { id: parentId, field: 'parentId' })).id
}

function titleOf(content: string): string {
  const line = content.replace(/\s+/g, ' ').trim()
  return line.length > titleLength ? `${line.slice(0, titleLength - 1).toWellFormed()}…` : line
}
