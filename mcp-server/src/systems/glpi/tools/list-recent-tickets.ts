import { glpiListRecentTickets } from '@hub/contracts'
import { defineReadTool } from '../../../tools/define-tool.ts'
import type { GlpiClient } from '../domain/client.ts'
import { findClient } from '../find-client.ts'
import { countedTickets } from '../format/counted-tickets.ts'
import { listTickets } from '../list-tickets.ts'

const hourMs = 3_600_000
const usualHours = 24

/** `glpi_list_recent_tickets`: what was opened in the last hours or days. */
export function listRecentTicketsTool(glpi: GlpiClient) {
  return defineReadTool({
    descriptor: glpiListRecentTickets,
    async run({ client, days, hours, limit }, { now, signal }) {
      const span = days === undefined && hours === undefined ? usualHours : (days ?? 0) * 24 + (hours ?? 0)
      const since = new Date(now.getTime() - span * hourMs)
      const clientId = client === undefined ? undefined : (await findClient(glpi, client, signal)).id
      const found = await listTickets(glpi, { clientId, openedSince: since, sort: 'opened', limit }, signal)
      return {
        data: { ...found, since: since.toISOString() },
        summary: countedTickets(found.total, found.tickets.length),
      }
    },
  })
}
