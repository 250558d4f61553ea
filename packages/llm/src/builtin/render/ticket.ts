import type { Turn } from '../intent.ts'
import type { TicketRow } from '../shapes.ts'
import { bullets, paragraphs, say } from './blocks.ts'
import { formatInstant } from './format.ts'
import { plainLine } from './plain-text.ts'

const statuses: Record<NonNullable<TicketRow['status']>, { fr: string; en: string }> = {
  new: { fr: 'nouveau', en: 'new' },
  assigned: { fr: 'en cours (attribué)', en: 'in progress (assigned)' },
  planned: { fr: 'en cours (planifié)', en: 'in progress (planned)' },
  pending: { fr: 'en attente', en: 'pending' },
  solved: { fr: 'résolu', en: 'solved' },
  closed: { fr: 'clos', en: 'closed' },
  other: { fr: 'autre', en: 'other' },
}

const shownEntries = 3

/** The status of a ticket in words; undefined when the tool gave none. */
export function ticketStatus(turn: Turn, status: TicketRow['status']): string | undefined {
  return status && say(turn, statuses[status])
}

function lastEntries(turn: Turn, ticket: TicketRow): string | undefined {
  const entries = ticket.entries ?? []
  if (entries.length === 0) return undefined
  const lines = entries.slice(-shownEntries).map(({ at, author, isPrivate, text }) => {
    const head = [formatInstant(at, turn.language, turn.timeZone), author && plainLine(author)].filter(
      Boolean,
    )
    const mark = isPrivate ? say(turn, { fr: ' (privé)', en: ' (private)' }) : ''
    return `${head.join(', ')}${mark} : ${plainLine(text ?? '', 200)}`
  })
  return paragraphs(
    say(turn, {
      fr: `**Derniers échanges** (${Math.min(shownEntries, entries.length)} sur ${entries.length})`,
      en: `**Latest entries** (${Math.min(shownEntries, entries.length)} of ${entries.length})`,
    }),
    bullets(lines),
  )
}

/** One ticket in short markdown: what, who, where it stands, the end of its thread. */
export function renderTicket(turn: Turn, ticket: TicketRow): string {
  const at = (instant: string | null | undefined) => formatInstant(instant, turn.language, turn.timeZone)
  const line = (fr: string, en: string, value: string | undefined) =>
    value ? say(turn, { fr: `${fr} : ${value}`, en: `${en}: ${value}` }) : undefined
  const people = (names: string[] | undefined) => names?.map((name) => plainLine(name)).join(', ')
  const label = say(turn, { fr: `Ticket n° ${ticket.id}`, en: `Ticket #${ticket.id}` })
  return paragraphs(
    `**${label}** : ${plainLine(ticket.title)}`,
    bullets([
      line('Statut', 'Status', ticketStatus(turn, ticket.status)),
      line('Client', 'Client', ticket.clientName ? plainLine(ticket.clientName) : undefined),
      line('Demandeur', 'Requester', people(ticket.requesters)),
      line('Technicien', 'Technician', people(ticket.technicians)),
      line('Catégorie', 'Category', ticket.category ? plainLine(ticket.category) : undefined),
      line('Ouvert le', 'Opened', at(ticket.openedAt)),
      line('Modifié le', 'Updated', at(ticket.updatedAt)),
      line('Résolu le', 'Solved', at(ticket.solvedAt)),
    ]),
    ticket.text ? `> ${plainLine(ticket.text, 400)}` : undefined,
    lastEntries(turn, ticket),
  )
}
