import { type Actor, AppError, glpiGetTicketDetails, type TicketEntry } from '@hub/contracts'
import { claimTicketLook, findWaitingForTicket, resumeRequest } from '@hub/safeguard'
import type { z } from 'zod'
import { callTool } from '../call-tool.ts'
import type { WorkflowsContext } from '../context.ts'

/** A ticket is read at most this often for one request, by all executors together. */
const lookEveryMs = 60_000

/** Requests that wait for their ticket wait for a decision again once somebody has answered there. */
export async function resumeAnswered(ctx: WorkflowsContext): Promise<void> {
  for (const waiting of await findWaitingForTicket(ctx.db, ctx.clock.now())) {
    const look = { id: waiting.id, now: ctx.clock.now(), everyMs: lookEveryMs }
    if (await claimTicketLook(ctx.db, look)) await resumeOne(ctx, waiting)
  }
}

async function resumeOne(
  ctx: WorkflowsContext,
  waiting: { id: string; ticketId: number; deferredAt: Date },
): Promise<void> {
  const actor: Actor = { type: 'workflow', name: 'safeguard-ticket', runId: waiting.id }
  try {
    const followup = await findAnswer(ctx, actor, waiting)
    if (followup) await resumeRequest(ctx, { approvalId: waiting.id, actor, followupId: followup.id })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    ctx.log.warn(
      { approvalId: waiting.id, ticketId: waiting.ticketId, reason: error.reason },
      'ticket not read',
    )
  }
}

/** The first followup since the deferral that the Hub did not write. */
async function findAnswer(
  ctx: WorkflowsContext,
  actor: Actor,
  { ticketId, deferredAt }: { ticketId: number; deferredAt: Date },
): Promise<z.infer<typeof TicketEntry> | undefined> {
  const call = { name: glpiGetTicketDetails.name, arguments: { ticketId } }
  const { data } = await callTool(ctx, { actor, locale: 'fr' }, call)
  const { ticket } = glpiGetTicketDetails.output.parse(data)
  // GLPI tells whole seconds.
  const since = Math.floor(deferredAt.getTime() / 1000) * 1000
  return ticket.entries.find(
    ({ kind, at, byHub }) => kind === 'followup' && !byHub && at !== null && Date.parse(at) >= since,
  )
}
