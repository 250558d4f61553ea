import { type ActionPreview, glpiAssignTicket, type LocalizedText } from '@hub/contracts'
import type { z } from 'zod'
import { defineEffectTool, type ToolContext } from '../../../tools/define-tool.ts'
import { previewFact } from '../../preview-fact.ts'
import { afterWrite } from '../after-write.ts'
import { assignTicket } from '../assign-ticket.ts'
import { type Assigned, argumentsFor, changesTo, describeAssigned, readWanted } from '../assignment.ts'
import type { GlpiClient } from '../domain/client.ts'
import type { TicketRecord } from '../domain/ticket.ts'
import { assertSameTicket, ticketTarget } from '../ticket-target.ts'

type Args = z.infer<typeof glpiAssignTicket.input>

const noOne = { fr: 'personne', en: 'nobody' }

/** `glpi_assign_ticket`: with whom a ticket is, in place of who has it now. */
export function assignTicketTool(glpi: GlpiClient) {
  const read = async (args: Args, ctx: Pick<ToolContext, 'signal' | 'target'>) => {
    const [ticket, wanted] = await Promise.all([
      glpi.tickets.get(args.ticketId, ctx.signal),
      readWanted(glpi, args, ctx.signal),
    ])
    const target = ticketTarget(ticket, wanted.assignees)
    assertSameTicket(target, ctx)
    return { ticket, wanted, target }
  }
  return defineEffectTool({
    descriptor: glpiAssignTicket,
    reversible: true,
    target: async (args, { signal }) => (await read(args, { signal })).target,
    async preview(args, ctx) {
      const { signal } = ctx
      const [{ ticket, wanted }, actors] = await Promise.all([
        read(args, ctx),
        glpi.tickets.actors(args.ticketId, signal),
      ])
      const before = await describeAssigned(glpi, actors, signal)
      const { add, remove } = changesTo(actors, wanted)
      const named = (kind: 'user' | 'group') =>
        wanted.assignees.filter((one) => one.kind === kind).map(({ name }) => name)
      const after = {
        technicians: wanted.kinds.includes('user') ? named('user') : before.technicians,
        groups: wanted.kinds.includes('group') ? named('group') : before.groups,
      }
      return preview(ticket, { before, after, isChange: add.length + remove.length > 0 })
    },
    async run(args, ctx) {
      const { ticketId } = args
      const { signal } = ctx
      const [{ wanted }, actors] = await Promise.all([read(args, ctx), glpi.tickets.actors(ticketId, signal)])
      const [before, previous] = await Promise.all([
        describeAssigned(glpi, actors, signal),
        argumentsFor(glpi, actors, { kinds: wanted.kinds, signal }),
      ])
      const { add, remove } = changesTo(actors, wanted)
      const changed = add.length + remove.length > 0
      if (!changed) {
        return { data: { ticketId, changed, before, after: before, previous }, summary: unchanged(ticketId) }
      }
      await assignTicket(glpi, { ticketId, add, remove }, signal)
      const after = await afterWrite(async () =>
        describeAssigned(glpi, await glpi.tickets.actors(ticketId, signal), signal),
      )
      return { data: { ticketId, changed, before, after, previous }, summary: summary(ticketId, after) }
    },
    async verify(args, _effect, { signal }) {
      const [actors, wanted] = await Promise.all([
        glpi.tickets.actors(args.ticketId, signal),
        readWanted(glpi, args, signal),
      ])
      const { add, remove } = changesTo(actors, wanted)
      const names = listed(await describeAssigned(glpi, actors, signal))
      return {
        status: add.length + remove.length === 0 ? 'verified' : 'mismatch',
        detail: {
          fr: `GLPI montre le ticket attribué à ${names.fr}.`,
          en: `GLPI shows the ticket with ${names.en}.`,
        },
      }
    },
    async reconcile(args, _startedAt, { signal }) {
      const [actors, wanted] = await Promise.all([
        glpi.tickets.actors(args.ticketId, signal),
        readWanted(glpi, args, signal),
      ])
      const { add, remove } = changesTo(actors, wanted)
      if (add.length + remove.length === 0) return 'yes'
      // Those wanted are added first: while none of them is there, nothing has begun.
      return wanted.assignees.length > 0 && add.length === wanted.assignees.length ? 'no' : 'unknown'
    },
    undo({ ticketId }, { changed, previous }) {
      if (!changed || previous === null) return null
      const { technician, group } = previous
      const given = { ...(technician !== null && { technician }), ...(group !== null && { group }) }
      return { toolName: 'glpi_assign_ticket', arguments: { ticketId, ...given } }
    },
  })
}

function listed({ technicians, groups }: Assigned): LocalizedText {
  const names = [...technicians, ...groups].join(', ')
  return names === '' ? noOne : { fr: names, en: names }
}

function unchanged(ticketId: number): LocalizedText {
  return {
    fr: `Le ticket n° ${ticketId} est déjà attribué ainsi : rien à faire.`,
    en: `Ticket #${ticketId} is assigned like that already: nothing to do.`,
  }
}

function summary(ticketId: number, after: Assigned): LocalizedText {
  const names = listed(after)
  return {
    fr: `Ticket n° ${ticketId} attribué à ${names.fr}.`,
    en: `Ticket #${ticketId} is now with ${names.en}.`,
  }
}

function preview(
  ticket: TicketRecord,
  { before, after, isChange }: { before: Assigned; after: Assigned; isChange: boolean },
): ActionPreview {
  const label = { fr: 'Attribué à', en: 'Assigned to' }
  const isDone = ticket.status === 'solved' || ticket.status === 'closed'
  return {
    before: [previewFact('assigned', label, { value: listed(before) })],
    after: [previewFact('assigned', label, { value: listed(after), changed: isChange })],
    warnings: [
      ...(isChange ? [] : [unchanged(ticket.id)]),
      ...(isDone ? [{ fr: 'Le ticket est résolu ou clos.', en: 'The ticket is solved or closed.' }] : []),
    ],
    complete: true,
  }
}
