import type { ErrorCode, LocalizedText, MessageStatus, Source } from '@hub/contracts'
import { type Db, Prisma, type Tx } from '@hub/prisma'
import { addTokens, takeBackTokens } from '../usage/token-sums.store.ts'
import { type EventBatch, insertBatch } from './answer-events.store.ts'

/** What a message keeps of an ended answer. */
export interface AnswerRecord {
  content: string
  status: MessageStatus
  finishReason: string
  provider: string | null
  model: string | null
  notice: LocalizedText | null
  sources: Source[]
  error: { code: ErrorCode; message: string } | null
  promptTokens: number
  completionTokens: number
  estimated: boolean
  inventedCitations: number
}

export interface EndedAnswer {
  messageId: string
  userId: string
  mode: string
  record: AnswerRecord
  now: Date
  /** The last events, once the tokens of the month are known. */
  lastEvents(usedTokens: number): EventBatch[]
}

/**
 * Completes an answer with its tokens and last events, all or nothing: a record that has ended has its whole log.
 * One that was ended meanwhile keeps its text, but its tokens replace what they were estimated at. @returns the tokens of the month
 */
export async function completeAnswer(db: Db, answer: EndedAnswer): Promise<number> {
  const { messageId, userId, mode, record, now } = answer
  const { estimated, notice, error, ...columns } = record
  return db.$transaction(async (tx) => {
    const { count } = await tx.message.updateMany({
      where: { id: messageId, completedAt: null },
      data: {
        ...columns,
        notice: notice ?? Prisma.DbNull,
        error: error ?? Prisma.DbNull,
        tokensEstimated: estimated,
        completedAt: now,
        aliveAt: null,
      },
    })
    if (count === 0) await replaceEstimate(tx, answer)
    const { provider, model, promptTokens, completionTokens } = record
    const used = await addTokens(tx, {
      userId,
      mode,
      provider: provider ?? '',
      model: model ?? '',
      promptTokens,
      completionTokens,
      estimated,
      now,
    })
    if (count === 1) for (const batch of answer.lastEvents(used)) await insertBatch(tx, batch, now)
    return used
  })
}

/** The answer was taken for silent and its tokens for estimated ones; they are known now. */
async function replaceEstimate(tx: Tx, { messageId, userId, record }: EndedAnswer): Promise<void> {
  const ended = await tx.message.findUnique({ where: { id: messageId } })
  if (!ended?.completedAt) return
  const { mode, promptTokens, completionTokens, tokensEstimated: estimated, completedAt: now } = ended
  const { provider, model } = ended
  const by = { userId, mode, provider: provider ?? '', model: model ?? '' }
  await takeBackTokens(tx, { ...by, promptTokens, completionTokens, estimated, now })
  const { promptTokens: prompt, completionTokens: completion } = record
  await tx.message.update({
    where: { id: messageId },
    data: {
      provider: record.provider,
      model: record.model,
      promptTokens: prompt,
      completionTokens: completion,
      tokensEstimated: record.estimated,
    },
  })
}
