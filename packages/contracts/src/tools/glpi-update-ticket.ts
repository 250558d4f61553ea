import { z } from 'zod'
import { defineDescriptor } from '../tool-descriptor.ts'
import { TicketStatus } from './glpi-get-ticket-details.ts'
import { writeHints } from './glpi-parameters.ts'
import { TicketId } from './parameters.ts'
import { ticketFacts } from './target-facts.ts'

const Fields = z.object({
  title: z.string(),
  urgency: z.number().int(),
  priority: z.number().int(),
  category: z.string().nullable(),
  status: TicketStatus,
})

export const glpiUpdateTicket = defineDescriptor({
  name: 'glpi_update_ticket',
  version: '2',
  system: 'glpi',
  level: 'L2',
  targetFacts: ticketFacts,
  titles: { fr: 'Modifier un ticket', en: 'Change a ticket' },
  description:
    'Changes the title, urgency, priority, category or status of a GLPI ticket; what is left out stays as it is. Also reopens a solved or closed ticket, with the status alone. It neither solves nor closes.',
  input: z
    .object({
      ticketId: TicketId,
      title: z.string().trim().min(1).max(255).optional(),
      urgency: z
        .number()
        .int()
        .min(1)
        .max(5)
        .optional()
        .describe('1 very low to 5 very high; moves the priority'),
      priority: z.number().int().min(1).max(6).optional().describe('1 very low to 5 very high, 6 major'),
      category: z.string().trim().min(1).max(250).optional().describe('Name of the category, or - for none'),
      status: z.enum(['new', 'assigned', 'planned', 'pending']).optional(),
    })
    .strict()
    .refine(
      ({ ticketId: _ticketId, ...changes }) => Object.values(changes).some((value) => value !== undefined),
      {
        path: ['title'],
        message: 'something to change is needed',
      },
    ),
  output: z.object({ ticketId: z.number().int(), changed: z.boolean(), before: Fields, after: Fields }),
  annotations: { ...writeHints, idempotentHint: true },
  describe: ({ ticketId }) => ({
    fr: `Modification du ticket n° ${ticketId}`,
    en: `Changing ticket #${ticketId}`,
  }),
  ask: ({ ticketId }) => ({ fr: `Modifier le ticket n° ${ticketId}`, en: `Change ticket #${ticketId}` }),
})
