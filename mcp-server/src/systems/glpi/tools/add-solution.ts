import { ConflictError, glpiAddSolution } from '@hub/contracts'
import { defineEffectTool } from '../../../tools/define-tool.ts'
import { previewFact } from '../../preview-fact.ts'
import { addSolution, wasSolved } from '../add-solution.ts'
import { afterWrite } from '../after-write.ts'
import type { GlpiClient } from '../domain/client.ts'
import type { TicketStatus } from '../domain/ticket.ts'
import { statusLabels } from '../format/status-labels.ts'
import { ticketTarget, ticketToChange } from '../ticket-target.ts'

/** `glpi_add_solution`: the solution that the client reads; GLPI then holds the ticket as solved. */
export function addSolutionTool(glpi: GlpiClient) {
  const statusOf = async (ticketId: number, signal: AbortSignal) =>
    (await glpi.tickets.get(ticketId, signal)).status
  return defineEffectTool({
    descriptor: glpiAddSolution,
    reversible: true,
    target: async ({ ticketId }, ctx) => ticketTarget(await glpi.tickets.get(ticketId, ctx.signal)),
    preview: async ({ ticketId, solution }, ctx) =>
      preview(solution, (await ticketToChange(glpi, ticketId, ctx)).status),
    async run({ ticketId, solution: text }, ctx) {
      const { now, signal } = ctx
      const previousStatus = (await ticketToChange(glpi, ticketId, ctx)).status
      if (isSettled(previousStatus)) throw alreadySolved(ticketId)
      const solutionId = await addSolution(glpi, { ticketId, text }, { now, signal })
      const status = await afterWrite(() => statusOf(ticketId, signal))
      return {
        data: { ticketId, solutionId, status, previousStatus },
        summary: {
          fr: `Solution enregistrée au ticket n° ${ticketId}.`,
          en: `Solution recorded on ticket #${ticketId}.`,
        },
      }
    },
    async verify({ ticketId }, { data }, { signal }) {
      const [status, { rows }] = await Promise.all([
        statusOf(ticketId, signal),
        glpi.solutions.list(ticketId, signal),
      ])
      const isThere = rows.some(({ id }) => id === data.solutionId)
      const { fr, en } = statusLabels[status]
      return {
        status: isThere && isSettled(status) ? 'verified' : 'mismatch',
        detail: isThere
          ? { fr: `La solution y est, le ticket est « ${fr} ».`, en: `It is there, the ticket is “${en}”.` }
          : { fr: 'La solution n’est pas dans le ticket.', en: 'The solution is not in the ticket.' },
      }
    },
    reconcile: ({ ticketId, solution: text }, since, { signal }) =>
      wasSolved(glpi, { ticketId, text }, { since, signal }),
    // The solution stays in the thread; the ticket is open again.
    undo: ({ ticketId }, { previousStatus: status }) =>
      isSettled(status) || status === 'other'
        ? null
        : { toolName: 'glpi_update_ticket', arguments: { ticketId, status } },
  })
}

function isSettled(status: TicketStatus): status is 'solved' | 'closed' {
  return status === 'solved' || status === 'closed'
}

function alreadySolved(ticketId: number): ConflictError {
  return new ConflictError(`Ticket ${ticketId} has a solution already; reopen it first`, {
    reason: 'glpi.already_solved',
    params: { ticketId },
  })
}

function preview(solution: string, status: TicketStatus) {
  const label = { fr: 'Statut', en: 'Status' }
  const isDone = isSettled(status)
  return {
    before: [previewFact('status', label, { value: statusLabels[status] })],
    after: [
      previewFact('status', label, { value: statusLabels[isDone ? status : 'solved'], changed: !isDone }),
      previewFact('solution', { fr: 'Solution', en: 'Solution' }, { value: solution, changed: !isDone }),
    ],
    warnings: isDone
      ? [
          {
            fr: 'Le ticket a déjà une solution : rien ne sera fait.',
            en: 'The ticket is solved already: nothing will be done.',
          },
        ]
      : [{ fr: 'Le client lira ce texte.', en: 'The client will read this text.' }],
    complete: true,
  }
}
