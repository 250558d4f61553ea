import { clients, rootClient } from '../../data/clients.ts'
import { toHtml } from '../../data/html.ts'
import { type Person, people } from '../../data/people.ts'
import type { TicketDraft } from '../../glpi/seed/ticket-draft.ts'
import { writeTicket } from '../../glpi/seed/write-ticket.ts'
import type { Stage } from '../stage.ts'

/** What somebody writes to the help desk. */
export interface Request {
  /** Login of the person; their client is the ticket's. */
  by: string
  /** Address of a sender whom GLPI does not know, writing in that client's queue. */
  from?: string
  title: string
  /** Paragraphs with an empty line between them. */
  text: string
}

/** Accounts of the whole network are no users of the help desk. */
export const writesTickets = ({ service, domainAdmin, disabled, client }: Person): boolean =>
  !service && !domainAdmin && !disabled && client !== rootClient.name

/** Category of a request that came by mail and that nobody has sorted yet. */
const unsorted = { category: 0, type: 1, urgency: 3 } as const

/** Writes a new ticket. @returns its number */
export function writeRequest(stage: Stage, { by, from, title, text }: Request): number {
  const person = people.find(({ login }) => login === by)
  const client = clients.find(({ name }) => name === person?.client)
  if (!person || !client) throw new Error(`${by} is nobody who writes to the help desk`)
  return addDraft(stage, {
    requester: { client, person, slots: {} },
    story: unsorted,
    status: 1,
    title,
    content: toHtml(...text.split('\n\n')),
    openedAt: stage.clock().getTime(),
    takenAt: null,
    thread: [],
    task: null,
    solution: null,
    isAnonymous: from !== undefined,
    ...(from !== undefined && { from }),
  })
}

/** Adds a ticket that was drafted, and lets GLPI tell of it. @returns its number */
export function addDraft({ glpi, tellNewTicket }: Stage, draft: TicketDraft): number {
  const id = Math.max(...glpi.all('Ticket').map((ticket) => ticket.id)) + 1
  writeTicket(glpi, { ...draft, id, technician: 0 })
  tellNewTicket(id)
  return id
}
