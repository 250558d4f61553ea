import type { TicketFacts } from './desk.ts'

/** The ticket of an incident, for instance: it has a run of its own elsewhere. */
export const openedByHub = 'opened_by_hub'

export type Touch = typeof openedByHub | 'status' | 'assigned' | 'followup' | 'task' | 'solution'
type Entry = TicketFacts['entries'][number]

/** Names an entry of a thread. */
export function entryKey({ kind, id }: Pick<Entry, 'kind' | 'id'>): string {
  return `${kind}:${id}`
}

/** What those who asked wrote into the thread since, in order. */
export function requesterEntries({ entries, requesters }: TicketFacts): Entry[] {
  return entries.filter(
    ({ kind, byHub, isPrivate, author }) =>
      kind === 'followup' && !byHub && !isPrivate && author !== null && requesters.includes(author),
  )
}

/**
 * By what a ticket shows that it is in the hands of people, or was never one for the workflow; null when it is free.
 * @param heard entries of people that do not count, as `entryKey` names them
 */
export function touchedBy(ticket: TicketFacts, heard: ReadonlySet<string>): Touch | null {
  if (ticket.openedByHub) return openedByHub
  if (ticket.technicians.length > 0) return 'assigned'
  const entry = ticket.entries.find((one) => !one.byHub && !heard.has(entryKey(one)))
  if (entry) return entry.kind
  return ticket.status === 'new' ? null : 'status'
}
