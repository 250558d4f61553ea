import { glpiSearchTickets, UpstreamError } from '@hub/contracts'
import type { z } from 'zod'
import type { Engine } from '../../engine/start-engine.ts'
import { readTool } from '../read-tool.ts'
import type { TicketWatchContext } from './ticket-watch-context.ts'
import { findStarted, leaseWatch, noteRead } from './watch.store.ts'

type Line = z.infer<typeof glpiSearchTickets.output>['tickets'][number]

const pageSize = 50
/**
 * A ticket gets its number before it can be seen: below one that was written this long ago, in milliseconds, no other
 * can appear any more.
 */
const settledMs = 10 * 60_000

/**
 * Starts the run of every ticket that is new since the last reading, however long ago that was. The very first
 * reading starts none: it only notes where the new ones begin.
 * @returns how many runs were started; null while another worker reads
 */
export async function startNewTickets(ctx: TicketWatchContext, engine: Engine): Promise<number | null> {
  const state = await leaseWatch(ctx.db, ctx.reader)
  if (state === null) return null
  if (state.settledTicketId === null) {
    const [newest] = await search(ctx, { sort: 'newest', limit: 1 })
    await noteRead(ctx.db, { settledTicketId: newest?.ticketId ?? 0, now: ctx.clock.now() })
    return 0
  }
  let started = 0
  let settled = state.settledTicketId
  for (let after = settled; ; ) {
    const page = await search(ctx, { sort: 'oldest', afterNumber: after, limit: pageSize })
    assertAfter(page, after)
    started += await startAll(ctx, engine, page)
    settled = Math.max(settled, ...page.filter((line) => isSettled(line, ctx.clock.now())).map(numberOf))
    await noteRead(ctx.db, { settledTicketId: settled, now: ctx.clock.now() })
    if (page.length < pageSize) return started
    after = Math.max(...page.map(numberOf))
    if ((await leaseWatch(ctx.db, ctx.reader)) === null) return started
  }
}

const numberOf = ({ ticketId }: Line) => ticketId

type Query = z.input<typeof glpiSearchTickets.input>

async function search(ctx: TicketWatchContext, query: Query): Promise<Line[]> {
  return (await readTool(ctx, ctx.actor, { tool: glpiSearchTickets, arguments: query })).tickets
}

/** A GLPI that does not understand the condition would have us read its oldest tickets for ever. */
function assertAfter(page: readonly Line[], after: number): void {
  if (page.every(({ ticketId }) => ticketId > after)) return
  throw new UpstreamError('GLPI lists tickets that were not asked for', {
    reason: 'upstream.unexpected_shape',
    params: { system: 'GLPI' },
  })
}

async function startAll(ctx: TicketWatchContext, engine: Engine, page: readonly Line[]): Promise<number> {
  const known = await findStarted(ctx.db, page.map(numberOf))
  const fresh = page.filter(({ ticketId }) => !known.has(ticketId))
  for (const { ticketId, title, clientName } of fresh) {
    await engine.start({
      id: `support:${ticketId}`,
      workflow: 'support',
      title: `#${ticketId} ${title}`.slice(0, 300).toWellFormed(),
      input: { ticketId },
      ticketId,
      ...(clientName !== null && { clientName }),
    })
  }
  return fresh.length
}

/** The time of the last change is GLPI's own; the day of opening can be typed in. */
function isSettled({ updatedAt }: Line, now: Date): boolean {
  return updatedAt !== null && Date.parse(updatedAt) <= now.getTime() - settledMs
}
