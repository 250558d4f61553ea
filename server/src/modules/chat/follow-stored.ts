import { setTimeout as wait } from 'node:timers/promises'
import { type ChatMessage, StreamEvent } from '@hub/contracts'
import type { Response } from 'express'
import { z } from 'zod'
import type { ServerContext } from '../../context.ts'
import { findOwnEnd, findOwnMessage, listExecutions } from './message.store.ts'
import { presentMessage } from './present-message.ts'
import { numberEvent } from './run/answer-stream.ts'
import { endOf, startOf } from './stored-events.ts'
import { frame, keepAlive, leaving, open, tell } from './stream-response.ts'
import { type EventBatch, hasBatches, readBatches } from './streams/answer-events.store.ts'
import type { Followers } from './streams/followers.ts'

/** How often the events that another process stores are looked at. */
const lookMs = 150
const Events = z.array(StreamEvent)

interface Reader {
  key: { id: string; userId: string }
  lastId: number
  tell(id: number, event: StreamEvent): Promise<void>
  signal: AbortSignal
}

/**
 * Streams an answer that this process does not write, after the event `lastId`: from its stored events as they come,
 * and once those are gone, from its record, told again from rank 1.
 * @throws LimitExceededError when its reader has too many such streams open
 */
export async function followStored(
  ctx: ServerContext,
  res: Response,
  from: { id: string; userId: string; lastId?: number; followers: Followers },
): Promise<void> {
  const signal = leaving(res)
  if (signal.aborted) return
  const { id, userId, lastId = 0 } = from
  const leave = from.followers.enter(userId)
  open(res)
  const beats = keepAlive(res)
  const reader: Reader = {
    key: { id, userId },
    lastId,
    tell: (rank, event) => tell(res, frame(numberEvent(rank, event)), signal),
    signal,
  }
  try {
    await follow(ctx, reader)
  } catch (err) {
    if (!signal.aborted) ctx.log.error({ err, messageId: id }, 'answer not told')
  } finally {
    clearInterval(beats)
    leave()
    res.end()
  }
}

/** A connection that ends without `done` is a lost one: the reader asks again. */
async function follow(ctx: ServerContext, reader: Reader): Promise<void> {
  const { key, signal } = reader
  while (!signal.aborted) {
    const end = await findOwnEnd(ctx.db, key)
    if (!end) return
    // Read after the end: an answer that has ended has its whole log.
    const batches = await readBatches(ctx.db, { messageId: key.id, lastId: reader.lastId })
    const isPruned = (batches[0]?.firstId ?? 0) > reader.lastId + 1
    if (!isPruned && (await tellBatches(reader, batches))) return
    if (end.completedAt || isPruned) {
      const isToldAlready = batches.length === 0 && (await hasBatches(ctx.db, key.id))
      if (!isToldAlready) await tellRecord(ctx, reader)
      return
    }
    await wait(lookMs, undefined, { signal })
  }
}

/** @returns whether the answer was told to its end */
async function tellBatches(reader: Reader, batches: EventBatch[]): Promise<boolean> {
  for (const batch of batches) {
    for (const [index, event] of Events.parse(JSON.parse(batch.events)).entries()) {
      const id = batch.firstId + index
      if (id <= reader.lastId) continue
      await reader.tell(id, event)
      reader.lastId = id
      if (event.type === 'done') return true
    }
  }
  return false
}

async function tellRecord(ctx: ServerContext, reader: Reader): Promise<void> {
  const row = await findOwnMessage(ctx.db, reader.key)
  if (!row) return
  const message: ChatMessage = presentMessage(row, await listExecutions(ctx.db, [row.id]))
  const events = [startOf(message), ...endOf(message, row.finishReason)]
  for (const [index, event] of events.entries()) await reader.tell(index + 1, event)
}
