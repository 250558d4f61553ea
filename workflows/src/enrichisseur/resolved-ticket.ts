import type { glpiGetTicketDetails } from '@hub/contracts'
import type { z } from 'zod'

/** A ticket as the tools give it. */
export type ResolvedTicket = z.infer<typeof glpiGetTicketDetails.output>['ticket']

/** Names of those who have to do with a ticket. */
export function peopleOf({ requesters, technicians, entries }: ResolvedTicket): string[] {
  return [...requesters, ...technicians, ...entries.flatMap(({ author }) => author ?? [])]
}
