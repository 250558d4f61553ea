import { NotFoundError, type SendMessage, type User, ValidationError } from '@hub/contracts'
import type { ServerContext } from '../../context.ts'
import { askQuestion } from './ask-question.store.ts'
import { findInTree } from './branches/find-in-tree.ts'
import { readConversation } from './conversation.store.ts'
import { mostAnswers } from './parallel-answers.store.ts'
import { monthAt } from './quota.ts'
import { refusedQuestion } from './refused-question.ts'
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
  checkPlace(input)
  const { mode, content, binding = null } = input
  const now = ctx.clock.now()
  const asked = await askQuestion(ctx.db, {
    userId: user.id,
    input,
    title: titleOf(content),
    binding,
    isParentKnown: await isParentKnown(ctx, command),
    month: monthAt(now).month,
    usualQuota: ctx.env.CHAT_MONTHLY_TOKENS,
    mostAnswers,
    now,
  })
  if ('refusal' in asked) throw refusedQuestion(asked.refusal, now)
  if ('sentId' in asked) return { messageId: asked.sentId, run: registry.find(asked.sentId) ?? null }
  const { stored } = asked
  const run = registry.start(stored, (started) => runAnswer(ctx, { ...stored, run: started, user, mode }))
  return { messageId: stored.messageId, run }
}

function checkPlace({ conversationId, parentId, binding }: SendMessage): void {
  if (conversationId && binding !== undefined) throw notHere('binding', 'is of a new conversation')
  if (!conversationId && parentId) throw notHere('conversationId', 'is needed with parentId')
}

function notHere(path: string, message: string): ValidationError {
  return new ValidationError(`${path} ${message}`, {
    reason: 'input.fields',
    params: { fields: path },
    fields: [{ path, message }],
  })
}

/** Asked beforehand: the tree of a conversation only grows. */
async function isParentKnown(
  ctx: ServerContext,
  { user, input: { conversationId, parentId } }: { user: User; input: SendMessage },
): Promise<boolean> {
  if (!conversationId || !parentId) return false
  try {
    const conversation = await readConversation(ctx.db, { id: conversationId, userId: user.id })
    await findInTree(ctx.db, conversation, { id: parentId })
    return true
  } catch (error) {
    if (error instanceof NotFoundError) return false
    throw error
  }
}

function titleOf(content: string): string {
  const line = content.replace(/\s+/g, ' ').trim()
  return line.length > titleLength ? `${line.slice(0, titleLength - 1).toWellFormed()}…` : line
}
