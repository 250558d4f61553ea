import { glpiGetTicketDetails } from '@hub/contracts'
import { defineReadTool } from '../../../tools/define-tool.ts'
import type { GlpiClient } from '../domain/client.ts'
import { statusLabels } from '../format/status-labels.ts'
import { readTicket } from '../read-ticket.ts'

/** `glpi_get_ticket_details`: one ticket with its people and its thread. */
export function getTicketDetailsTool(glpi: GlpiClient) {
  return defineReadTool({
    descriptor: glpiGetTicketDetails,
    async run({ ticketId }, ctx) {
      const ticket = await readTicket(glpi, ticketId, ctx.signal)
      const status = statusLabels[ticket.status]
      return {
        data: { ticket },
        summary: {
          fr: `Ticket n° ${ticket.id} « ${ticket.title} » : ${status.fr.toLowerCase()}.`,
          en: `Ticket #${ticket.id} “${ticket.title}”: ${status.en.toLowerCase()}.`,
        },
      }
    },
  })
}
