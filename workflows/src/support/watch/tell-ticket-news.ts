import { AppError, glpiGetTicketDetails } from '@hub/contracts'
import type { Engine } from '../../engine/start-engine.ts'
import { readTool } from '../read-tool.ts'
import type { TicketWatchContext } from './ticket-watch-context.ts'
import { findListening } from './watch.store.ts'

/** Tickets that are read in one look; the others have their turn in the next ones. */
const atOnce = 20

/**
 * Tells the runs that wait for `ticket:<number>` what others than the Hub wrote there, each entry once, and how it stands,
 * each standing once. The news names an entry as `{kind, entryId}`; who waits reads the ticket.
 * @returns a function that looks at the next few tickets
 */
export function createTicketNews(ctx: TicketWatchContext, engine: Engine): () => Promise<void> {
  let next = 0
  return async () => {
    const listening = await findListening(ctx.db)
    if (next >= listening.length) next = 0
    const part = listening.slice(next, next + atOnce)
    next += part.length
    for (const { runId, ticketId } of part) await tellOne(ctx, engine, { runId, ticketId })
  }
}

async function tellOne(
  ctx: TicketWatchContext,
  engine: Engine,
  { runId, ticketId }: { runId: string; ticketId: number },
): Promise<void> {
  for (const { key, body } of await newsOf(ctx, ticketId))
    await engine.tell({ runId, topic: `ticket:${ticketId}`, key, body })
}

interface TicketNews {
  key: string
  body: { kind: string; entryId?: number }
}

/** What others wrote, and how the ticket stands once it is not new and nobody's any more. */
async function newsOf(ctx: TicketWatchContext, ticketId: number): Promise<TicketNews[]> {
  try {
    const call = { tool: glpiGetTicketDetails, arguments: { ticketId } }
    const { ticket } = await readTool(ctx, ctx.actor, call)
    const entries = ticket.entries
      .filter(({ byHub }) => !byHub)
      .map(({ kind, id }) => ({ key: `${kind}:${id}`, body: { kind, entryId: id } }))
    const isTaken = ticket.status !== 'new' || ticket.technicians.length > 0
    const people = [...ticket.technicians].sort().join(', ')
    const standing = { key: `standing:${ticket.status}:${people}`, body: { kind: 'standing' } }
    return isTaken ? [...entries, standing] : entries
  } catch (error) {
    // A ticket in the bin has no news; its run ends by its own time limit.
    if (error instanceof AppError && error.code === 'NOT_FOUND') return []
    throw error
  }
}
