import { glpiUpdateTicket, type LocalizedText } from '@hub/contracts'
import type { z } from 'zod'
import { defineEffectTool, type ToolContext } from '../../../tools/define-tool.ts'
import type { GlpiClient } from '../domain/client.ts'
import type { TicketChanges, TicketRecord } from '../domain/ticket.ts'
import { changeLabels, previewChanges, ticketFields } from '../format/ticket-changes.ts'
import { assertChangeable, pendingChanges, resolveChanges } from '../ticket-changes.ts'
import { assertSameTicket, ticketTarget } from '../ticket-target.ts'
import { undoUpdate } from '../undo-update.ts'
import { updateTicket } from '../update-ticket.ts'

type Args = z.infer<typeof glpiUpdateTicket.input>

/** `glpi_update_ticket`: title, urgency, priority, category or status, without solving or closing. */
export function updateTicketTool(glpi: GlpiClient) {
  const read = async ({ ticketId, ...asked }: Args, signal: AbortSignal) => {
    const [ticket, wanted] = await Promise.all([
      glpi.tickets.get(ticketId, signal),
      resolveChanges(glpi, asked, signal),
    ])
    const { categoryId } = wanted
    const target = ticketTarget(
      ticket,
      categoryId === undefined ? [] : [{ kind: 'category', id: categoryId }],
    )
    return { ticket, wanted, target, pending: pendingChanges(ticket, wanted) }
  }
  const readSame = async (args: Args, ctx: ToolContext) => {
    const found = await read(args, ctx.signal)
    assertSameTicket(found.target, ctx)
    return found
  }
  return defineEffectTool({
    descriptor: glpiUpdateTicket,
    reversible: true,
    target: async (args, { signal }) => (await read(args, signal)).target,
    async preview(args, ctx) {
      const { ticket, pending } = await readSame(args, ctx)
      assertChangeable(ticket, pending)
      return previewChanges(ticket, args, pending)
    },
    async run(args, ctx) {
      const { ticketId } = args
      const { ticket, pending } = await readSame(args, ctx)
      const before = ticketFields(ticket)
      if (Object.keys(pending).length === 0) {
        return { data: { ticketId, changed: false, before, after: before }, summary: unchanged(ticket) }
      }
      assertChangeable(ticket, pending)
      const after = ticketFields(await updateTicket(glpi, { ticketId, changes: pending }, ctx.signal))
      return { data: { ticketId, changed: true, before, after }, summary: summary(ticket, pending) }
    },
    async verify(args, _effect, { signal }) {
      const { pending } = await read(args, signal)
      const kept = changeLabels(pending)
      if (kept === null) {
        return {
          status: 'verified',
          detail: { fr: 'Le ticket est tel que demandé.', en: 'The ticket is as asked.' },
        }
      }
      const detail = { fr: `GLPI n’a pas changé : ${kept.fr}.`, en: `GLPI did not change: ${kept.en}.` }
      return { status: 'mismatch', detail }
    },
    async reconcile(args, _startedAt, { signal }) {
      const { wanted, pending } = await read(args, signal)
      const left = Object.keys(pending).length
      if (left === 0) return 'yes'
      return left === Object.values(wanted).filter((value) => value !== undefined).length ? 'no' : 'unknown'
    },
    undo: ({ ticketId }, { changed, before, after }) =>
      changed ? undoUpdate(ticketId, { before, after }) : null,
  })
}

function unchanged({ id }: TicketRecord): LocalizedText {
  return {
    fr: `Le ticket n° ${id} est déjà ainsi : rien à faire.`,
    en: `Ticket #${id} is like that already: nothing to do.`,
  }
}

function summary({ id, status: before }: TicketRecord, pending: TicketChanges): LocalizedText {
  if (pending.status !== undefined && (before === 'solved' || before === 'closed')) {
    return { fr: `Ticket n° ${id} rouvert.`, en: `Ticket #${id} reopened.` }
  }
  const labels = changeLabels(pending)
  return {
    fr: `Ticket n° ${id} modifié : ${labels?.fr}.`,
    en: `Ticket #${id} changed: ${labels?.en}.`,
  }
}
