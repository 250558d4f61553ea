import type { Requester, SupportTicket } from '../ticket.ts'
import type { TicketFacts } from './desk.ts'

const nobody: Requester = { name: null, email: null, login: null, isKnown: false }

/**
 * A ticket as the rules read it; pure.
 * @param domains mail domains of the client's own accounts
 * @param answers what the requester wrote since
 */
export function supportTicket(
  ticket: TicketFacts,
  domains: readonly string[],
  answers: readonly string[] = [],
): SupportTicket {
  return {
    title: ticket.title,
    text: [ticket.text, ...answers].join('\n\n'),
    requester: requesterOf(ticket, domains),
    client: { name: ticket.clientName ?? '', domains },
  }
}

/** Of several requesters nobody knows which one asks. */
function requesterOf({ requesterUsers }: TicketFacts, domains: readonly string[]): Requester {
  const [only, ...others] = requesterUsers
  if (!only || others.length > 0) return nobody
  const own = only.emails.find((email) =>
    domains.some((domain) => email.toLowerCase().endsWith(`@${domain}`)),
  )
  const email = own ?? only.emails[0] ?? null
  return { name: only.name, email, login: only.login, isKnown: only.login !== null }
}
