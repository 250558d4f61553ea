import type { Intent, Turn } from '../intent.ts'
import { paragraphs, say } from '../render/blocks.ts'
import { renderFailure } from '../render/outcome.ts'
import { renderTicket } from '../render/ticket.ts'
import { dataOf, isNotFound, resultsOf, stillWanted } from '../results.ts'
import { TicketData } from '../shapes.ts'
import type { ToolResult } from '../tool-results.ts'

const ticketTool = 'glpi_get_ticket_details'
const mostTickets = 5

function renderRead(turn: Turn, result: ToolResult): string {
  const data = dataOf(result, TicketData)
  if (data) return renderTicket(turn, data.ticket)
  const label = say(turn, {
    fr: `Ticket n° ${result.arguments.ticketId}`,
    en: `Ticket #${result.arguments.ticketId}`,
  })
  if (!isNotFound(result)) return renderFailure(turn, label, result)
  return say(turn, {
    fr: `${label} : il n'existe pas dans GLPI.`,
    en: `${label}: it does not exist in GLPI.`,
  })
}

/** Reads tickets by their numbers. */
export const ticketDetails: Intent = {
  id: 'ticket-details',
  title: { fr: "lecture d'un ticket", en: 'reading a ticket' },
  example: { fr: 'Montre le ticket 1234', en: 'Show ticket 1234' },
  needs: [ticketTool],
  carries: ['ticketIds'],
  asksFor: ['ticketIds'],
  patterns: [
    { weight: 5, any: ['ticket', 'show', 'state'], slots: ['ticketIds'], without: ['hostnames'] },
    {
      weight: 3,
      all: ['ticket'],
      any: ['show', 'state'],
      without: ['clientPhrase', 'hostnames'],
      none: ['recent', 'howTo'],
    },
    { weight: 2, slots: ['ticketIds'], weak: true },
  ],
  plan({ slots, ...turn }) {
    const wanted = (slots.ticketIds ?? []).slice(0, mostTickets)
    return stillWanted(
      { slots, ...turn },
      wanted.map((ticketId) => ({ tool: ticketTool, arguments: { ticketId } })),
    )
  },
  render(turn) {
    if (!turn.slots.ticketIds) {
      return say(turn, { fr: 'Quel est le numéro du ticket ?', en: 'What is the ticket number?' })
    }
    return paragraphs(...resultsOf(turn, ticketTool).map((result) => renderRead(turn, result)))
  },
}
