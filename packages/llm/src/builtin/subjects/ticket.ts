import type { PlannedCall, Turn } from '../intent.ts'
import { say } from '../render/blocks.ts'
import { known, type Resolution, told } from '../resolution.ts'

/** The number of the one ticket that a sentence names; asked for when it names none. */
export function namedTicket(turn: Turn): Resolution<number> {
  const ticketId = turn.slots.ticketIds?.[0]
  if (ticketId !== undefined) return known(ticketId)
  return told(
    say(turn, {
      fr: 'De quel ticket s’agit-il (son numéro) ?',
      en: 'Which ticket do you mean (its number)?',
    }),
  )
}

/** The read of the ticket that a request names, when it names one. */
export function linkedTicketReads({ slots }: Turn): PlannedCall[] {
  const ticketId = slots.ticketIds?.[0]
  return ticketId === undefined ? [] : [{ tool: 'glpi_get_ticket_details', arguments: { ticketId } }]
}

/** The ticket as an argument of an action, when one is named. */
export const linkedTicket = ({ slots }: Turn): { ticketId?: number } =>
  slots.ticketIds?.[0] === undefined ? {} : { ticketId: slots.ticketIds[0] }
