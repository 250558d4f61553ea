import { readShape } from '@hub/kernel'
import { afterWrite } from '../after-write.ts'
import { toMarkedText } from '../client/timeline-entry.ts'
import type { NewTicket } from '../domain/ticket.ts'
import type { V2Parts } from './driver-parts.ts'
import { ItemCreated } from './schemas.ts'
import { addMember, readTeam, removeMember } from './team.ts'

/**
 * Opens a ticket; its requester can only be named after it is there. Out: its id.
 * @throws ConflictError `glpi.refused`; UpstreamError `glpi.done_partly` for a ticket that is there without its requester
 */
export async function createTicket(parts: V2Parts, ticket: NewTicket, signal?: AbortSignal): Promise<number> {
  const answer = await parts.transport.call({
    method: 'POST',
    path: '/Assistance/Ticket',
    body: {
      entity: ticket.clientId,
      name: ticket.title,
      content: toMarkedText(ticket.text, ticket.key),
      type: ticket.type === 'incident' ? 1 : 2,
      urgency: ticket.urgency,
      ...(ticket.categoryId !== undefined && { category: ticket.categoryId }),
    },
    signal,
  })
  const { id } = readShape(ItemCreated, answer.data, { system: 'GLPI', what: 'the new ticket' })
  await afterWrite(() => setRequester(parts, { ticketId: id, requesterId: ticket.requesterId }, signal))
  return id
}

/** GLPI may take the account of the Hub for the requester: only who was asked for stays. */
async function setRequester(
  { transport, account }: V2Parts,
  { ticketId, requesterId }: { ticketId: number; requesterId: number | undefined },
  signal?: AbortSignal,
): Promise<void> {
  const ownId = await account.id()
  const role = 'requester'
  const team = await readTeam(transport, ticketId, signal)
  const isThere = (id: number) =>
    team.some((actor) => actor.role === role && actor.kind === 'user' && actor.id === id)
  if (requesterId !== undefined && !isThere(requesterId)) {
    await addMember(transport, { ticketId, member: { kind: 'user', id: requesterId }, role }, signal)
  }
  if (ownId !== requesterId && isThere(ownId)) {
    await removeMember(transport, { ticketId, member: { kind: 'user', id: ownId }, role }, signal)
  }
}
