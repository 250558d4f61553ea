import { inTransaction, readApproval } from '@hub/safeguard'
import type { ServerContext } from '../../../context.ts'
import { findUntold, insertOutcome } from './outcome.store.ts'
import { outcomeText } from './outcome-text.ts'

const sweepMs = 30_000

/**
 * Tells conversations how their requests ended: when the bus says so, and by looking now and then,
 * so that nothing is lost while this process or the bus is away.
 */
export function followOutcomes(ctx: ServerContext): () => Promise<void> {
  let running: Promise<void> = Promise.resolve()
  const sweep = () => {
    running = running
      .then(() => tellOutcomes(ctx))
      .catch((err: unknown) => ctx.log.error({ err }, 'outcomes not told'))
  }
  const end = ctx.bus.subscribe({
    onEvent: (event) => {
      if (event.type.startsWith('safeguard:request_') && event.data.conversationId) sweep()
    },
    onResync: sweep,
  })
  const timer = setInterval(sweep, sweepMs)
  sweep()
  return async () => {
    end()
    clearInterval(timer)
    await running
  }
}

async function tellOutcomes(ctx: ServerContext): Promise<void> {
  for (const id of await findUntold(ctx.db)) await tellOutcome(ctx, id)
}

async function tellOutcome(ctx: ServerContext, approvalId: string): Promise<void> {
  await inTransaction(ctx, async (change) => {
    const row = await readApproval(change.tx, approvalId)
    if (!row.conversationId) return
    const { conversationId } = row
    const told = await insertOutcome(change.tx, {
      approvalId,
      conversationId,
      text: (locale) => outcomeText(row, locale),
      now: change.now,
    })
    if (told) change.emit('chat:message_appended', { ...told, conversationId, approvalId })
  })
}
