import { setTimeout as wait } from 'node:timers/promises'
import type { ChatMessage, StreamEvent } from '@hub/contracts'
import type { Response } from 'express'
import type { ServerContext } from '../../context.ts'
import { findOwnMessage, listExecutions } from './message.store.ts'
import { presentMessage } from './present-message.ts'
import { endOf, startOf } from './stored-events.ts'
import { frame, keepAliveMs, open } from './stream-response.ts'

/** How often an answer that another process writes is looked at; it saves its text about every second. */
const lookMs = 500

/** Streams an answer from its record: at once when it has ended, else its text as it grows, until it has. */
export async function followStored(
  ctx: ServerContext,
  res: Response,
  key: { id: string; userId: string },
): Promise<void> {
  const gone = new AbortController()
  res.on('close', () => gone.abort())
  open(res)
  const keepAlive = setInterval(() => res.write(': keep-alive\n\n'), keepAliveMs)
  let id = 0
  const tell = (event: StreamEvent) => {
    id += 1
    res.write(frame({ id, event }))
  }
  try {
    await tellStored(ctx, key, { tell, signal: gone.signal })
  } catch (err) {
    if (!gone.signal.aborted) ctx.log.error({ err, messageId: key.id }, 'answer not told')
  } finally {
    clearInterval(keepAlive)
    res.end()
  }
}

/** A connection that ends without `done` is a lost one: the reader asks again. */
async function tellStored(
  ctx: ServerContext,
  key: { id: string; userId: string },
  to: { tell: (event: StreamEvent) => void; signal: AbortSignal },
): Promise<void> {
  let message = await readMessage(ctx, key)
  if (!message) return
  to.tell(startOf(message))
  let told = 0
  while (message?.status === 'streaming') {
    if (message.content.length > told) to.tell({ type: 'delta', text: message.content.slice(told) })
    told = message.content.length
    await wait(lookMs, undefined, { signal: to.signal })
    message = await readMessage(ctx, key)
  }
  for (const event of message ? endOf(message, told) : []) to.tell(event)
}

async function readMessage(
  ctx: ServerContext,
  key: { id: string; userId: string },
): Promise<ChatMessage | null> {
  const row = await findOwnMessage(ctx.db, key)
  return row && presentMessage(row, await listExecutions(ctx.db, [row.id]))
}
