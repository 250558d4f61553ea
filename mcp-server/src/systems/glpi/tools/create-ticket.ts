import { type ActionPreview, type ActionTarget, ConflictError, glpiCreateTicket } from '@hub/contracts'
import type { z } from 'zod'
import { defineEffectTool, type ToolContext, type Verification } from '../../../tools/define-tool.ts'
import { previewFact } from '../../preview-fact.ts'
import type { GlpiClient } from '../domain/client.ts'
import type { Entity } from '../domain/organisation.ts'
import type { TicketActor, TicketRecord } from '../domain/ticket.ts'
import { findClient } from '../find-client.ts'
import { findCategory } from '../find-named.ts'
import { findPerson } from '../find-person.ts'
import { timedKey } from '../format/marker.ts'
import { toPlainLine } from '../format/rich-text.ts'
import { matchWritten, storedText } from '../match-written.ts'
import { clientTarget } from '../ticket-target.ts'
import { writeOnce } from '../write-once.ts'

type Args = z.infer<typeof glpiCreateTicket.input>

/** `glpi_create_ticket`: a ticket for a client, opened once per key. */
export function createTicketTool(glpi: GlpiClient) {
  const idOfKey = async (clientId: number, key: string, signal: AbortSignal) =>
    (await glpi.tickets.written({ clientId, key }, signal))[0]?.id
  return defineEffectTool({
    descriptor: glpiCreateTicket,
    reversible: false,
    target: async (args, { signal }) => targetOf(await readParties(glpi, args, signal)),
    async preview(args, ctx) {
      const parties = await readParties(glpi, args, ctx.signal)
      assertTarget(parties, ctx)
      return preview(args, parties)
    },
    async run(args, ctx) {
      const { signal, now } = ctx
      const { title, type, urgency, description: text, idempotencyKey } = args
      const parties = await readParties(glpi, args, signal)
      const { client, categoryId, requesterId } = parties
      assertTarget(parties, ctx)
      const key = idempotencyKey ?? timedKey(now)
      const ticket = { clientId: client.id, title, text, type, urgency, categoryId, requesterId, key }
      const { id, alreadyThere } = await writeOnce({
        isKeyed: idempotencyKey !== undefined,
        find: () => idOfKey(client.id, key, signal),
        write: () => glpi.tickets.create(ticket, signal),
      })
      return {
        data: { ticketId: id, clientName: client.name, title, alreadyThere },
        summary: summary(id, client.name, alreadyThere),
      }
    },
    async verify(args, { data }, { signal }) {
      const [ticket, actors, parties] = await Promise.all([
        glpi.tickets.get(data.ticketId, signal),
        glpi.tickets.actors(data.ticketId, signal),
        readParties(glpi, args, signal),
      ])
      return verdict(args, parties, { ticket, actors })
    },
    async reconcile(args, startedAt, { signal, target }) {
      const clientId =
        target === undefined
          ? (await findClient(glpi, args.client, signal)).id
          : Number(target.attributes.clientId)
      const { idempotencyKey: key } = args
      if (key !== undefined) return (await idOfKey(clientId, key, signal)) === undefined ? 'no' : 'yes'
      const written = await glpi.tickets.written({ clientId, since: startedAt }, signal)
      const text = storedText(args.description)
      return matchWritten(
        written.filter((ticket) => ticket.text === text && ticket.title === toPlainLine(args.title)),
        startedAt,
      )
    },
  })
}

interface Parties {
  client: Entity
  categoryId: number | undefined
  categoryName: string | null
  requesterId: number | undefined
  requesterName: string | null
}

/** The client, and what belongs to it: somebody of another client would get its mails. */
async function readParties(glpi: GlpiClient, args: Args, signal: AbortSignal): Promise<Parties> {
  const client = await findClient(glpi, args.client, signal)
  const [category, requester] = await Promise.all([
    args.category === undefined ? undefined : findCategory(glpi, args.category, signal),
    args.requester === undefined
      ? undefined
      : findPerson(glpi, { person: args.requester, clientId: client.id }, signal),
  ])
  return {
    client,
    categoryId: category?.id,
    categoryName: category?.name ?? null,
    requesterId: requester?.id,
    requesterName: requester?.name ?? null,
  }
}

function targetOf({ client, categoryId, requesterId }: Parties): ActionTarget {
  return clientTarget(client, [
    ...(categoryId === undefined ? [] : [{ kind: 'category' as const, id: categoryId }]),
    ...(requesterId === undefined ? [] : [{ kind: 'user' as const, id: requesterId }]),
  ])
}

/** A name may mean another client, person or category by now: the ticket is for those that were weighed. */
function assertTarget(parties: Parties, { target }: ToolContext): void {
  if (target === undefined || target.id === targetOf(parties).id) return
  const { client } = parties
  throw new ConflictError(`${client.name} or a name in the ticket is not the one this was asked for`, {
    reason: 'glpi.target_changed',
    params: { client: client.name },
  })
}

function summary(ticketId: number, client: string, alreadyThere: boolean) {
  if (alreadyThere) {
    return { fr: `Le ticket n° ${ticketId} existe déjà.`, en: `Ticket #${ticketId} exists already.` }
  }
  return {
    fr: `Ticket n° ${ticketId} ouvert pour ${client}.`,
    en: `Ticket #${ticketId} opened for ${client}.`,
  }
}

function verdict(
  args: Args,
  { client, categoryId, requesterId }: Parties,
  { ticket, actors }: { ticket: TicketRecord; actors: TicketActor[] },
): Verification {
  const isRequester = ({ role, id }: TicketActor) => role === 'requester' && id === requesterId
  const isSame =
    ticket.client.id === client.id &&
    ticket.title === toPlainLine(args.title) &&
    ticket.type === args.type &&
    ticket.urgency === args.urgency &&
    (categoryId === undefined || ticket.category?.id === categoryId) &&
    (requesterId === undefined || actors.some(isRequester))
  if (isSame) {
    const detail = { fr: 'Le ticket est dans GLPI.', en: 'The ticket is in GLPI.' }
    return { status: 'verified', detail }
  }
  const detail = {
    fr: 'Les règles de GLPI ont changé le ticket à son ouverture.',
    en: 'The rules of GLPI changed the ticket as it was opened.',
  }
  return { status: 'mismatch', detail }
}

const typeLabels = {
  incident: { fr: 'Incident', en: 'Incident' },
  request: { fr: 'Demande', en: 'Request' },
} as const

function preview(args: Args, { client, categoryName, requesterName }: Parties): ActionPreview {
  const fact = (key: string, [fr, en]: readonly [string, string], value: string | number | null) =>
    value === null ? [] : [previewFact(key, { fr, en }, { value, changed: true })]
  return {
    before: [],
    after: [
      ...fact('client', ['Client', 'Client'], client.name),
      ...fact('title', ['Titre', 'Title'], args.title),
      ...fact('description', ['Description', 'Description'], args.description),
      previewFact('type', { fr: 'Type', en: 'Type' }, { value: typeLabels[args.type], changed: true }),
      ...fact('urgency', ['Urgence', 'Urgency'], args.urgency),
      ...fact('category', ['Catégorie', 'Category'], categoryName),
      ...fact('requester', ['Demandeur', 'Requester'], requesterName),
    ],
    warnings:
      requesterName === null
        ? [{ fr: 'Le ticket n’aura pas de demandeur.', en: 'The ticket will have no requester.' }]
        : [],
    complete: true,
  }
}
