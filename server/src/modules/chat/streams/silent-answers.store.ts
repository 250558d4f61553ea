import { StreamEvent } from '@hub/contracts'
import type { Db, Tx } from '@hub/prisma'
import { z } from 'zod'
import { addTokens } from '../usage/token-sums.store.ts'
import { insertBatch, readBatches } from './answer-events.store.ts'

const Events = z.array(StreamEvent)
const charactersPerToken = 4
/** A reader may have seen events that were lost with the process: the last batch reaches beyond their ids. */
const lostIds = 100_000
const atOnce = 50

/**
 * Ends answers whose process is gone: their record gets the text of the stored events, readers get `done`.
 * @returns how many
 */
export async function endSilentAnswers(db: Db, silent: { aliveBefore: Date; now: Date }): Promise<number> {
  const found = await db.message.findMany({
    where: {
      status: { in: ['streaming', 'stopped'] },
      completedAt: null,
      aliveAt: { lte: silent.aliveBefore },
    },
    select: { id: true },
    take: atOnce,
  })
  let ended = 0
  for (const { id } of found) if (await db.$transaction((tx) => endOne(tx, id, silent))) ended += 1
  return ended
}

async function endOne(
  tx: Tx,
  id: string,
  { aliveBefore, now }: { aliveBefore: Date; now: Date },
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ status: string; content: string; mode: string; userId: string }[]>`
    SELECT m.status, m.content, m.mode, c.user_id::text AS "userId"
    FROM messages m JOIN conversations c ON c.id = m.conversation_id
    WHERE m.id = ${id}::uuid AND m.completed_at IS NULL AND m.alive_at <= ${aliveBefore}
    FOR UPDATE OF m SKIP LOCKED`
  if (!row) return false
  const batches = await readBatches(tx, { messageId: id, lastId: 0 })
  const events = batches.flatMap((batch) => Events.parse(JSON.parse(batch.events)))
  const text = events.map((event) => (event.type === 'delta' ? event.text : '')).join('')
  const start = events.findLast((event) => event.type === 'start')
  const sources = events.findLast((event) => event.type === 'sources')
  const content = batches.length > 0 ? text : row.content
  const reason = row.status === 'stopped' ? 'stopped' : 'interrupted'
  const completionTokens = start?.provider === 'builtin' ? 0 : Math.ceil(content.length / charactersPerToken)
  await tx.message.update({
    where: { id },
    data: {
      content,
      status: reason,
      finishReason: reason,
      completedAt: now,
      aliveAt: null,
      completionTokens,
      tokensEstimated: completionTokens > 0,
      ...(start && { provider: start.provider || null, model: start.model || null }),
      ...(sources && { sources: sources.items }),
    },
  })
  await addTokens(tx, {
    userId: row.userId,
    mode: row.mode,
    provider: start?.provider ?? '',
    model: start?.model ?? '',
    promptTokens: 0,
    completionTokens,
    estimated: completionTokens > 0,
    now,
  })
  const last = batches.at(-1)
  if (last && !events.some(({ type }) => type === 'done')) {
    const done: StreamEvent = { type: 'done', messageId: id, status: reason, finishReason: reason }
    const firstId = last.lastId + 1
    const batch = { messageId: id, firstId, lastId: firstId + lostIds, events: JSON.stringify([done]) }
    await insertBatch(tx, batch, now)
  }
  return true
}
