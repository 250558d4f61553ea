import { z } from 'zod'
import { defineDescriptor } from '../tool-descriptor.ts'
import { TicketStatus } from './glpi-get-ticket-details.ts'
import { TicketId } from './parameters.ts'
import { ticketFacts } from './target-facts.ts'

export const glpiCloseTicket = defineDescriptor({
  name: 'glpi_close_ticket',
  version: '2',
  system: 'glpi',
  level: 'L3',
  targetFacts: ticketFacts,
  titles: { fr: 'Clore un ticket', en: 'Close a ticket' },
  description: 'Asks to close a GLPI ticket. A person must approve it before anything happens.',
  input: z
    .object({
      ticketId: TicketId,
      solution: z
        .string()
        .trim()
        .min(3)
        .max(20_000)
        .optional()
        .describe('Solution to record first when the ticket is not solved yet, plain text'),
    })
    .strict(),
  output: z.object({
    ticketId: z.number().int(),
    status: TicketStatus,
    previousStatus: TicketStatus,
    solutionAdded: z.boolean(),
  }),
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  describe: ({ ticketId }) => ({ fr: `Clôture du ticket n° ${ticketId}`, en: `Closing ticket #${ticketId}` }),
  ask: ({ ticketId }) => ({ fr: `Clore le ticket n° ${ticketId}`, en: `Close ticket #${ticketId}` }),
})
