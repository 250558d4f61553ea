import { ticketOf } from '../account-lookup.ts'
import { defineRead } from '../define-read.ts'
import { bullets, paragraphs, say } from '../render/blocks.ts'
import { formatInstant } from '../render/format.ts'
import { renderMissing } from '../render/listing.ts'
import { plainLine } from '../render/plain-text.ts'
import { namedTicket } from '../subjects/ticket.ts'

const tool = 'glpi_get_ticket_details'
const mostEntries = 30

/** Every entry of a ticket, oldest first. */
export const ticketHistory = defineRead({
  id: 'ticket-history',
  title: { fr: 'historique d’un ticket', en: 'history of a ticket' },
  example: { fr: 'Historique du ticket 1234', en: 'History of ticket 1234' },
  needs: [tool],
  carries: ['ticketIds'],
  asksFor: ['ticketIds'],
  patterns: [
    {
      weight: 6,
      all: ['history'],
      slots: ['ticketIds'],
      without: ['body'],
      none: ['howTo', 'add', 'similar', 'blocked'],
    },
    {
      weight: 4,
      all: ['history', 'ticket'],
      without: ['body', 'clientPhrase'],
      none: ['howTo', 'add', 'similar'],
    },
  ],
  subject: namedTicket,
  calls: (_turn, ticketId) => [{ tool, arguments: { ticketId } }],
  tell(turn, ticketId) {
    const ticket = ticketOf(turn)
    if (!ticket) return renderMissing(turn, tool, { fr: `Ticket n° ${ticketId}`, en: `Ticket #${ticketId}` })
    const rows = (ticket.entries ?? []).slice(-mostEntries).map(({ at, author, isPrivate, text }) => {
      const who = [formatInstant(at, turn.language, turn.timeZone), author && plainLine(author)]
      const mark = isPrivate ? say(turn, { fr: ' (privé)', en: ' (private)' }) : ''
      return `${who.filter(Boolean).join(', ')}${mark} : ${plainLine(text ?? '', 400)}`
    })
    const label = say(turn, {
      fr: `Historique du ticket n° ${ticketId}`,
      en: `History of ticket #${ticketId}`,
    })
    return paragraphs(
      `**${label}** : ${plainLine(ticket.title)}`,
      rows.length > 0 ? bullets(rows) : say(turn, { fr: 'Aucun échange.', en: 'No entry.' }),
    )
  },
})
