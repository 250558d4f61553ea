import { ForbiddenError } from '@hub/contracts'
import { afterWrite } from './after-write.ts'
import type { GlpiClient } from './domain/client.ts'
import type { TicketChanges, TicketRecord } from './domain/ticket.ts'
import { pendingChanges } from './ticket-changes.ts'

/**
 * Sends the changes once and reads the ticket again.
 * @throws ForbiddenError `glpi.change_ignored` when GLPI kept every field; UpstreamError `glpi.done_partly` when the
 * outcome could not be read
 */
export async function updateTicket(
  glpi: GlpiClient,
  { ticketId, changes }: { ticketId: number; changes: TicketChanges },
  signal: AbortSignal,
): Promise<TicketRecord> {
  await glpi.tickets.update(ticketId, changes, signal)
  const after = await afterWrite(() => glpi.tickets.get(ticketId, signal))
  const isIgnored = Object.keys(pendingChanges(after, changes)).length === Object.keys(changes).length
  if (!isIgnored) return after
  throw new ForbiddenError(
    `GLPI kept ticket ${ticketId} as it was: the account of the Hub may not change it`,
    {
      reason: 'glpi.change_ignored',
      params: { ticketId },
    },
  )
}
