import {
  type BindingKind,
  bindingKinds,
  type ContextChoices,
  type ContextQuery,
  type ConversationBinding,
  glpiGetTicketDetails,
  glpiSearchClient,
  glpiSearchTickets,
  type LocalizedText,
  observiumListDevices,
  type User,
} from '@hub/contracts'
import type { ToolSession } from '@hub/kernel'
import type { ServerContext } from '../../../context.ts'
import { callRead } from './call-read.ts'
import { withSession } from './with-session.ts'

/** A picker that waits longer than this is in the way, in milliseconds. */
const limitMs = 4_000
const perKind = 6

type Found = { items: ContextChoices['items'] } | { problem: LocalizedText }
type Search = (session: ToolSession, q: string, signal: AbortSignal) => Promise<Found>

/** Looks for tickets, clients and devices with the rights of the user; a system that is ill leaves the others. */
export async function searchContext(
  ctx: ServerContext,
  user: User,
  { q, kind }: ContextQuery,
): Promise<ContextChoices> {
  const kinds = kind === undefined ? [...bindingKinds] : [kind]
  const done = await withSession(ctx, { user, limitMs }, (session, signal) =>
    Promise.all(kinds.map((one) => searches[one](session, q, signal))),
  )
  const found: Found[] = 'value' in done ? done.value : kinds.map(() => done)
  return {
    items: found.flatMap((one) => ('items' in one ? one.items : [])),
    missing: found.flatMap((one, index) => {
      const failed = kinds[index]
      return failed !== undefined && 'problem' in one ? [{ kind: failed, problem: one.problem }] : []
    }),
  }
}

const searches: Record<BindingKind, Search> = {
  ticket: async (session, q, signal) => {
    const number = /^#?(\d{1,9})$/.exec(q)?.[1]
    const byNumber = number === undefined ? null : await readTicket(session, Number(number), signal)
    if (byNumber || q.length < 2) return byNumber ?? { items: [] }
    const read = await callRead(session, glpiSearchTickets, {
      arguments: { text: q, limit: perKind },
      signal,
    })
    if ('problem' in read) return read
    return { items: read.data.tickets.map((ticket) => ticketChoice({ ...ticket, id: ticket.ticketId })) }
  },
  client: async (session, q, signal) => {
    if (q.length < 2) return { items: [] }
    const read = await callRead(session, glpiSearchClient, { arguments: { query: q }, signal })
    if ('problem' in read) return read
    const items = read.data.clients.slice(0, perKind).map(({ entityId, name, town }) => ({
      binding: { kind: 'client' as const, id: String(entityId), label: name, clientName: name },
      detail: town ?? '',
    }))
    return { items }
  },
  device: async (session, q, signal) => {
    const read = await callRead(session, observiumListDevices, { arguments: { text: q }, signal })
    if ('problem' in read) return read
    const items = read.data.devices.slice(0, perKind).map(({ hostname, location, purpose }) => ({
      binding: { kind: 'device' as const, id: hostname, label: hostname },
      detail: [location, purpose].filter(Boolean).join(', '),
    }))
    return { items }
  },
}

/** The ticket of a number, null when there is none: the number may be a word of another. */
async function readTicket(
  session: ToolSession,
  ticketId: number,
  signal: AbortSignal,
): Promise<Found | null> {
  const read = await callRead(session, glpiGetTicketDetails, { arguments: { ticketId }, signal })
  return 'data' in read ? { items: [ticketChoice(read.data.ticket)] } : null
}

function ticketChoice(ticket: { id: number; title: string; status: string; clientName: string | null }) {
  const { id, title, status, clientName } = ticket
  const binding: ConversationBinding = {
    kind: 'ticket',
    id: String(id),
    label: title.slice(0, 250).toWellFormed() || `#${id}`,
    ...(clientName ? { clientName } : {}),
  }
  return { binding, detail: [clientName, status].filter(Boolean).join(', ') }
}
