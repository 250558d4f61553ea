import { defineRead } from '../define-read.ts'
import type { Intent, PlannedCall, Turn } from '../intent.ts'
import { renderListing, renderMissing } from '../render/listing.ts'
import { plainLine } from '../render/plain-text.ts'
import { ticketRow } from '../render/rows.ts'
import { known } from '../resolution.ts'
import { dataOf, lastResult } from '../results.ts'
import { type TicketLineRow, TicketsData } from '../shapes.ts'
import { anyClient, namedClient } from '../subjects/client.ts'

const searchTool = 'glpi_search_tickets'
const recentTool = 'glpi_list_recent_tickets'

interface Told {
  title: { fr: string; en: string }
  tool?: string
  keep?: (ticket: TicketLineRow) => boolean
}

function tellTickets(turn: Turn, { title, tool = searchTool, keep }: Told): string {
  const data = dataOf(lastResult(turn, tool), TicketsData)
  if (!data) return renderMissing(turn, tool, title)
  const tickets = keep ? data.tickets.filter(keep) : data.tickets
  return renderListing(turn, {
    title,
    none: { fr: `${title.fr} : aucun.`, en: `${title.en}: none.` },
    rows: tickets.map((ticket) => ticketRow(turn, ticket)),
    total: keep ? tickets.length : data.total,
  })
}

const search = (args: Record<string, unknown>): PlannedCall[] => [{ tool: searchTool, arguments: args }]
const statusOf = ({ slots: { statusFilter } }: Turn) => (statusFilter ? { status: statusFilter } : {})
const talk: Intent['patterns'][number]['none'] = [
  'howTo',
  'similar',
  'create',
  'followup',
  'task',
  'myRequests',
]

/** The tickets of one client. */
export const clientTickets: Intent = defineRead({
  id: 'client-tickets',
  title: { fr: 'tickets d’un client', en: 'tickets of a client' },
  example: { fr: 'Tickets ouverts de la Clinique Saint-Jean', en: 'Open tickets of Clinique Saint-Jean' },
  needs: [searchTool],
  carries: ['clientPhrase'],
  asksFor: ['clientPhrase'],
  patterns: [
    { weight: 7, all: ['tickets'], slots: ['clientPhrase'], without: ['ticketIds', 'login'], none: talk },
  ],
  subject: namedClient,
  calls: (turn, client) => search({ client: client.name, ...statusOf(turn) }),
  tell: (turn, client) =>
    tellTickets(turn, {
      title: { fr: `Tickets de ${plainLine(client.name)}`, en: `Tickets of ${plainLine(client.name)}` },
    }),
})

const personOf = ({ login, personName }: Turn['slots']) => login ?? personName ?? ''

/** The tickets that one person asked for. */
export const personTickets: Intent = defineRead({
  id: 'person-tickets',
  title: { fr: 'tickets d’une personne', en: 'tickets of a person' },
  example: { fr: 'Les tickets de jean.dupont', en: 'The tickets of jean.dupont' },
  needs: [searchTool],
  carries: ['login', 'personName'],
  asksFor: ['login'],
  patterns: [
    { weight: 7.5, all: ['tickets'], slots: ['login'], without: ['ticketIds', 'clientPhrase'], none: talk },
    {
      weight: 7.5,
      all: ['tickets'],
      slots: ['personName'],
      without: ['ticketIds', 'clientPhrase'],
      none: talk,
    },
  ],
  subject: (turn) => known(personOf(turn.slots)),
  calls: (turn, requester) => search({ requester, ...statusOf(turn) }),
  tell: (turn, person) =>
    tellTickets(turn, {
      title: { fr: `Tickets demandés par ${plainLine(person)}`, en: `Tickets asked by ${plainLine(person)}` },
    }),
})

/** The open tickets that one technician has. */
export const technicianTickets: Intent = defineRead({
  id: 'technician-tickets',
  title: { fr: 'tickets d’un technicien', en: 'tickets of a technician' },
  example: { fr: 'Tickets attribués à sophie.legrand', en: 'Tickets assigned to sophie.legrand' },
  needs: [searchTool],
  patterns: [
    { weight: 9, all: ['tickets', 'technician'], slots: ['login'], without: ['ticketIds'], none: talk },
    { weight: 9, all: ['tickets', 'technician'], slots: ['personName'], without: ['ticketIds'], none: talk },
  ],
  subject: (turn) => known(personOf(turn.slots)),
  calls: (turn, technician) => search({ technician, status: 'open', ...statusOf(turn) }),
  tell: (turn, person) =>
    tellTickets(turn, {
      title: { fr: `Tickets de ${plainLine(person)}`, en: `Tickets of ${plainLine(person)}` },
    }),
})

/** The tickets that were opened lately, of all clients or of one. */
export const recentTickets: Intent = defineRead({
  id: 'recent-tickets',
  title: { fr: 'tickets récents', en: 'recent tickets' },
  example: { fr: 'Les tickets des 3 derniers jours', en: 'Tickets from the last 3 days' },
  needs: [recentTool],
  carries: ['clientPhrase'],
  patterns: [
    { weight: 7.2, all: ['tickets', 'recent'], without: ['ticketIds', 'login', 'personName'], none: talk },
    { weight: 7.3, all: ['tickets'], slots: ['days'], without: ['ticketIds', 'login'], none: talk },
    { weight: 7.3, all: ['tickets'], slots: ['hours'], without: ['ticketIds', 'login'], none: talk },
  ],
  subject: anyClient,
  calls: ({ slots: { days, hours } }, client) => [
    {
      tool: recentTool,
      arguments: {
        ...(client && { client: client.name }),
        ...(days !== undefined && { days }),
        ...(hours !== undefined && { hours }),
      },
    },
  ],
  tell: (turn) =>
    tellTickets(turn, { title: { fr: 'Tickets récents', en: 'Recent tickets' }, tool: recentTool }),
})

/** Tickets by their status or urgency, of all clients. */
export const openTickets: Intent = defineRead({
  id: 'open-tickets',
  title: { fr: 'tickets ouverts, en attente ou urgents', en: 'open, pending or urgent tickets' },
  example: { fr: 'Tous les tickets ouverts', en: 'All open tickets' },
  needs: [searchTool],
  patterns: [
    { weight: 6, all: ['tickets'], slots: ['statusFilter'], without: ['ticketIds'], none: [...talk, 'past'] },
    { weight: 6, all: ['tickets', 'urgent'], without: ['ticketIds'], none: talk },
    { weight: 3, all: ['tickets'], without: ['ticketIds', 'clientPhrase'], none: talk },
  ],
  subject: () => known(undefined),
  calls: ({ slots: { statusFilter }, cues }) =>
    search({ status: statusFilter ?? 'open', ...(cues.has('urgent') && { sort: 'priority' }) }),
  tell: (turn) => tellTickets(turn, { title: { fr: 'Tickets', en: 'Tickets' } }),
})

/** Open tickets that neither a technician nor a group has. */
export const unassignedTickets: Intent = defineRead({
  id: 'unassigned-tickets',
  title: { fr: 'tickets sans technicien', en: 'unassigned tickets' },
  example: { fr: 'Quels tickets sont sans technicien ?', en: 'Which tickets are unassigned?' },
  needs: [searchTool],
  carries: ['clientPhrase'],
  patterns: [
    { weight: 10, all: ['tickets', 'unassigned'], without: ['ticketIds', 'login'], none: ['howTo'] },
  ],
  subject: anyClient,
  calls: (_turn, client) => search({ ...(client && { client: client.name }), status: 'open', limit: 50 }),
  tell: (turn) =>
    tellTickets(turn, {
      title: {
        fr: 'Tickets ouverts sans technicien ni groupe',
        en: 'Open tickets without technician or group',
      },
      keep: ({ technicians = [], groups = [] }) => technicians.length + groups.length === 0,
    }),
})

/** Tickets by words of their title or text. */
export const ticketSearch: Intent = defineRead({
  id: 'ticket-search',
  title: { fr: 'recherche de tickets par mots', en: 'search for tickets by words' },
  example: { fr: 'Cherche les tickets qui parlent de VPN', en: 'Find tickets about VPN' },
  needs: [searchTool],
  patterns: [
    {
      weight: 8,
      all: ['tickets'],
      slots: ['searchText'],
      without: ['ticketIds', 'login'],
      none: ['howTo', 'similar', 'create', 'followup'],
    },
  ],
  subject: anyClient,
  calls: (turn, client) =>
    search({ text: turn.slots.searchText, ...(client && { client: client.name }), ...statusOf(turn) }),
  tell: (turn) => {
    const words = plainLine(turn.slots.searchText ?? '')
    return tellTickets(turn, { title: { fr: `Tickets avec « ${words} »`, en: `Tickets with "${words}"` } })
  },
})
