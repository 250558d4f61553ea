import { type ActionPreview, glpiCloseTicket } from '@hub/contracts'
import type { z } from 'zod'
import { defineEffectTool } from '../../../tools/define-tool.ts'
import { previewFact } from '../../preview-fact.ts'
import { closeTicket } from '../close-ticket.ts'
import type { GlpiClient } from '../domain/client.ts'
import type { TicketStatus } from '../domain/ticket.ts'
import { statusLabels } from '../format/status-labels.ts'
import { ticketTarget, ticketToChange } from '../ticket-target.ts'

type Args = z.infer<typeof glpiCloseTicket.input>

/** `glpi_close_ticket`: solution if needed, then the status. */
export function closeTicketTool(glpi: GlpiClient) {
  const statusOf = async (ticketId: number, signal: AbortSignal) =>
    (await glpi.tickets.get(ticketId, signal)).status
  return defineEffectTool({
    descriptor: glpiCloseTicket,
    reversible: true,
    target: async ({ ticketId }, ctx) => ticketTarget(await glpi.tickets.get(ticketId, ctx.signal)),
    preview: async (args, ctx) => preview(args, (await ticketToChange(glpi, args.ticketId, ctx)).status),
    async run({ ticketId, solution }, ctx) {
      const { status: before } = await ticketToChange(glpi, ticketId, ctx)
      const { after, solutionAdded } = await closeTicket(glpi, { ticketId, before, solution }, ctx)
      return {
        data: { ticketId, status: after, previousStatus: before, solutionAdded },
        summary: summary(ticketId, before, solutionAdded),
      }
    },
    async verify({ ticketId }, _effect, { signal }) {
      const status = await statusOf(ticketId, signal)
      const { fr, en } = statusLabels[status]
      return {
        status: status === 'closed' ? 'verified' : 'mismatch',
        detail: { fr: `GLPI montre le ticket « ${fr} ».`, en: `GLPI shows the ticket as “${en}”.` },
      }
    },
    async reconcile({ ticketId, solution }, _startedAt, { signal }) {
      const status = await statusOf(ticketId, signal)
      if (status === 'closed') return 'yes'
      // The solution may be there already, without the close.
      return solution !== undefined && status === 'solved' ? 'unknown' : 'no'
    },
    // "Solved" cannot be given back: only a solution gives it.
    undo: ({ ticketId }, { previousStatus: status }) =>
      status === 'closed' || status === 'solved' || status === 'other'
        ? null
        : { toolName: 'glpi_update_ticket', arguments: { ticketId, status } },
  })
}

function summary(ticketId: number, before: TicketStatus, solutionAdded: boolean) {
  if (before === 'closed') {
    return { fr: `Le ticket n° ${ticketId} était déjà clos.`, en: `Ticket #${ticketId} was closed already.` }
  }
  return {
    fr: `Ticket n° ${ticketId} clos${solutionAdded ? ', solution enregistrée' : ''}.`,
    en: `Ticket #${ticketId} closed${solutionAdded ? ', solution recorded' : ''}.`,
  }
}

function preview({ solution }: Args, status: TicketStatus): ActionPreview {
  const label = { fr: 'Statut', en: 'Status' }
  const isSolved = status === 'solved' || status === 'closed'
  return {
    before: [previewFact('status', label, { value: statusLabels[status] })],
    after: [
      previewFact('status', label, { value: statusLabels.closed, changed: status !== 'closed' }),
      ...(solution !== undefined && !isSolved
        ? [previewFact('solution', { fr: 'Solution', en: 'Solution' }, { value: solution, changed: true })]
        : []),
    ],
    warnings: warnings(status, solution),
    complete: true,
  }
}

function warnings(status: TicketStatus, solution: string | undefined) {
  if (status === 'closed') return [{ fr: 'Le ticket est déjà clos.', en: 'The ticket is already closed.' }]
  if (status === 'solved') {
    const ignored = { fr: 'Le ticket a déjà une solution.', en: 'The ticket already has a solution.' }
    return solution === undefined ? [] : [ignored]
  }
  if (solution !== undefined) return []
  return [{ fr: 'Le ticket sera clos sans solution.', en: 'The ticket will be closed without a solution.' }]
}
