import type { TicketRequester } from '@hub/contracts'
import type { z } from 'zod'
import type { GlpiRequester } from '../domain/organisation.ts'
import type { TicketActor } from '../domain/ticket.ts'

const isRequester = ({ role, kind }: TicketActor) => role === 'requester' && kind === 'user'

/** Ids of the requesters that GLPI has a user for. */
export function requesterIds(actors: TicketActor[]): number[] {
  return actors.filter(isRequester).flatMap(({ id }) => id ?? [])
}

/** Who asked, in their order: users with what GLPI knows of them, others by their address alone. Pure. */
export function ticketRequesters(
  actors: TicketActor[],
  known: readonly GlpiRequester[],
): z.infer<typeof TicketRequester>[] {
  return actors.filter(isRequester).map(({ id, name, email }) => {
    const user = known.find((one) => one.id === id)
    if (user) return { name: user.name, login: user.login, emails: user.emails }
    return { name, login: null, emails: email === null ? [] : [email] }
  })
}
