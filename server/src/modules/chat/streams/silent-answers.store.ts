import { StreamEvent } from '@hub/contracts'
import type { Tx } from '@hub/prisma'
import { z } from 'zod'
import type { ServerContext } from '../../../context.ts'
import { addTokens } from '../usage/token-sums.store.ts'
import { deleteBatches, insertBatch, readBatches } from './answer-events.store.ts'

const Events = z.array(StreamEvent)
const charactersPerToken = 4
/** A reader may have seen events that were lost with the process: the last batch reaches beyond their ids. */
const lostIds = 100_000
const atOnce = 50

interface Silent {
  /** Since the last sign of life, by the clock of the database, in milliseconds. */
  silentMs: number
  /** What the record says of its end. */
  now: Date
}

/**
 * Ends answers whose process is gone: their record gets the text of the stored events, readers get `done`. One whose
 * events cannot be taken over ends with the text saved last, and is told from its record. @returns how many
 */
export async function endSilentAnswers(
  ctx: Pick<ServerContext, 'db' | 'log'>,
  silent: Silent,
): Promise<number> {
  const { db, log } = ctx
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM messages
    WHERE status IN ('streaming', 'stopped') AND completed_at IS NULL
      AND alive_at <= now() - ${silent.silentMs}::int * interval '1 millisecond'
    ORDER BY alive_at LIMIT ${atOnce}`
  let ended = 0
  for (const { id } of found) {
    const isEnded = await db
      .$transaction((tx) => endOne(tx, { id, ...silent }))
      .catch((err: unknown) => {
        log.error({ err, messageId: id }, 'events of a silent answer not taken over')
        return db.$transaction((tx) => endOne(tx, { id, ...silent, withoutEvents: true }))
      })
      .catch((err: unknown) => void log.error({ err, messageId: id }, 'silent answer not ended'))
    if (isEnded) ended += 1
  }
  return ended
}

async function endOne(tx: Tx, answer: Silent & { id: string; withoutEvents?: true }): Promise<boolean> {
  const { id, now } = answer
  const row = await lockSilent(tx, answer)
  if (!row) return false
  if (answer.withoutEvents) await deleteBatches(tx, id)
  const batches = await readBatches(tx, { messageId: id, lastId: 0 })
  const events = batches.flatMap((batch) => Events.parse(JSON.parse(batch.events)))
  const reason = row.status === 'stopped' ? 'stopped' : 'interrupted'
  const told = summaryOf(events, row.content)
  const { provider, model, completionTokens, sources, content } = told
  const estimated = completionTokens > 0
  await tx.message.update({
    where: { id },
    data: {
      content,
      status: reason,
      finishReason: reason,
      completedAt: now,
      aliveAt: null,
      completionTokens,
      tokensEstimated: estimated,
      provider: provider || null,
      model: model || null,
      sources,
    },
  })
  const { userId, mode } = row
  await addTokens(tx, { userId, mode, provider, model, promptTokens: 0, completionTokens, estimated, now })
  const last = batches.at(-1)
  if (last) {
    const done: StreamEvent = { type: 'done', messageId: id, status: reason, finishReason: reason }
    const firstId = last.lastId + 1
    const batch = { messageId: id, firstId, lastId: firstId + lostIds, events: JSON.stringify([done]) }
    await insertBatch(tx, batch, now)
  }
  return true
}

/** @returns the answer, when it is still silent and nobody else is ending it */
async function lockSilent(tx: Tx, answer: { id: string; silentMs: number }): Promise<SilentRow | undefined> {
  const [row] = await tx.$queryRaw<SilentRow[]>`
    SELECT m.status, m.content, m.mode, c.user_id::text AS "userId"
    FROM messages m JOIN conversations c ON c.id = m.conversation_id
    WHERE m.id = ${answer.id}::uuid AND m.completed_at IS NULL
      AND m.alive_at <= now() - ${answer.silentMs}::int * interval '1 millisecond'
    FOR UPDATE OF m SKIP LOCKED`
  return row
}

interface SilentRow {
  status: string
  content: string
  mode: string
  userId: string
}

/** What the stored events say of an answer; `saved` is its text where no event was stored. */
function summaryOf(events: StreamEvent[], saved: string) {
  const start = events.findLast((event) => event.type === 'start')
  const sources = events.findLast((event) => event.type === 'sources')
  const text = events.map((event) => (event.type === 'delta' ? event.text : '')).join('')
  const content = events.length > 0 ? text : saved
  const isBuiltin = start?.provider === 'builtin'
  return {
    content,
    provider: start?.provider ?? '',
    model: start?.model ?? '',
    sources: sources?.items ?? [],
    completionTokens: isBuiltin ? 0 : Math.ceil(content.length / charactersPerToken),
  }
}
