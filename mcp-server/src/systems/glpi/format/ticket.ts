import type { Ticket, TicketEntry } from '@hub/contracts'
import type { z } from 'zod'
import type { GlpiRequester } from '../domain/organisation.ts'
import type { TicketActor, TicketRecord } from '../domain/ticket.ts'
import type { Followup, Solution, Task } from '../domain/timeline.ts'
import { ticketRequesters } from './ticket-requesters.ts'

type Entry = z.infer<typeof TicketEntry>

/** Everything that was read of a ticket; `missing` names the parts that were not. */
export interface TicketParts {
  record: TicketRecord
  actors: TicketActor[]
  followups: Followup[]
  tasks: Task[]
  solutions: Solution[]
  names: Map<number, string>
  requesters: GlpiRequester[]
  missing: string[]
}

/** The ticket as the contract has it; pure. */
export function formatTicket(parts: TicketParts): z.infer<typeof Ticket> {
  const { record, actors, names, missing } = parts
  const { category, client, ...rest } = record
  return {
    ...rest,
    category: category?.name || null,
    clientId: client.id,
    clientName: client.name,
    requesters: namesOf(actors, 'requester', names),
    requesterUsers: ticketRequesters(actors, parts.requesters),
    technicians: namesOf(actors, 'assigned', names),
    entries: formatEntries(parts),
    missing,
  }
}

/** Names of the people in one role; a requester without an account is an e-mail address. */
export function namesOf(
  actors: TicketActor[],
  role: TicketActor['role'],
  names: Map<number, string>,
): string[] {
  return actors
    .filter((actor) => actor.role === role && actor.kind === 'user')
    .flatMap(({ id, name, email }) => name ?? (id === null ? undefined : names.get(id)) ?? email ?? [])
}

/** Ids of the people whose names have to be asked for. */
export function namelessIds(actors: TicketActor[]): number[] {
  return actors.flatMap(({ kind, id, name }) => (kind === 'user' && name === null && id !== null ? id : []))
}

function formatEntries({ followups, tasks, solutions, names }: TicketParts): Entry[] {
  const entry = (kind: Entry['kind'], item: Omit<Followup, 'key'>, byHub: boolean): Entry => ({
    kind,
    id: item.id,
    at: item.at,
    author: names.get(item.authorId) ?? null,
    isPrivate: item.isPrivate,
    text: item.text,
    byHub,
  })
  const entries = [
    ...followups.map((item) => entry('followup', item, item.key !== null)),
    ...tasks.map((item) => entry('task', item, item.key !== null)),
    ...solutions.map((item) => entry('solution', { ...item, isPrivate: false }, item.isOwn)),
  ]
  return entries.sort((a, b) => (a.at ?? '').localeCompare(b.at ?? '') || a.id - b.id)
}
