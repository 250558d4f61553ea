import { type Ticket, UpstreamError } from '@hub/contracts'
import type { z } from 'zod'

/**
 * Refuses a ticket that GLPI told only a part of: whoever judges it would take what is missing for absent. Entries too
 * old to be listed are no failure, and would be missing the next time as well.
 * @throws UpstreamError when a part could not be read
 */
export function assertWhole(ticket: z.infer<typeof Ticket>): void {
  const missing = ticket.missing.filter((part) => !part.startsWith('older '))
  if (missing.length === 0) return
  throw new UpstreamError(`GLPI did not tell all of ticket ${ticket.id}: ${missing.join(', ')}`, {
    reason: 'upstream.unreachable',
    params: { system: 'GLPI' },
  })
}
