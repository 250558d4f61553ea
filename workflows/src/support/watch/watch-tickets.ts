import { randomUUID } from 'node:crypto'
import { AppError } from '@hub/contracts'
import type { WorkflowsContext } from '../../context.ts'
import type { Engine } from '../../engine/start-engine.ts'
import { createWork } from '../../safeguard/work.ts'
import { startNewTickets } from './start-new-tickets.ts'
import { createTicketNews } from './tell-ticket-news.ts'
import type { TicketWatchContext } from './ticket-watch-context.ts'
import { leaveWatch, noteFailure } from './watch.store.ts'

/** The longest rest between two readings while GLPI does not answer, in milliseconds. */
const longestRestMs = 5 * 60_000

/**
 * Reads the new tickets of GLPI every `pollMs`, one worker for all; while GLPI is away it rests longer and longer, and
 * `support_watch` tells since when.
 * @returns a function that stops it after the reading in hand
 */
export function watchTickets(given: WorkflowsContext, engine: Engine, pollMs: number): () => Promise<void> {
  const reader = randomUUID()
  const actor = { type: 'workflow' as const, name: 'support', runId: 'watch' }
  const ctx: TicketWatchContext = { ...given, reader, actor }
  const tellNews = createTicketNews(ctx, engine)
  const work = createWork((err) => ctx.log.error({ err }, 'tickets not read'))
  let failures = 0
  let timer: NodeJS.Timeout | undefined
  let isStopping = false
  const read = async () => {
    try {
      const started = await startNewTickets(ctx, engine)
      if (started !== null) await tellNews()
      if (started) ctx.log.info({ started }, 'new tickets')
      failures = 0
    } catch (err) {
      failures += 1
      ctx.log.warn({ err, failures }, 'tickets not read')
      const problem = err instanceof AppError ? err.message : 'The reading met a fault of its own'
      await noteFailure(ctx.db, { problem, now: ctx.clock.now() })
    }
  }
  const again = () => {
    if (isStopping) return
    const restMs = Math.max(pollMs, Math.min(pollMs * 2 ** failures, longestRestMs))
    timer = setTimeout(look, restMs)
  }
  const look = () => work.run('read', () => read().finally(again))
  look()
  return async () => {
    isStopping = true
    clearTimeout(timer)
    await work.stop()
    await leaveWatch(ctx.db, reader)
  }
}
