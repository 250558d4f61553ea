import { z } from 'zod'
import { defineDescriptor } from '../tool-descriptor.ts'
import { writeHints } from './glpi-parameters.ts'
import { TicketId } from './parameters.ts'
import { ticketFacts } from './target-facts.ts'

const Who = z.string().trim().min(1).max(500)
const Assigned = z.object({ technicians: z.array(z.string()), groups: z.array(z.string()) })

export const glpiAssignTicket = defineDescriptor({
  name: 'glpi_assign_ticket',
  version: '2',
  system: 'glpi',
  level: 'L2',
  targetFacts: ticketFacts,
  titles: { fr: 'Attribuer un ticket', en: 'Assign a ticket' },
  description:
    'Assigns a GLPI ticket to a technician, to a group or to both, in place of whoever has it now. What is left out stays as it is.',
  input: z
    .object({
      ticketId: TicketId,
      technician: Who.optional().describe(
        'Login or e-mail of the technician; several with ";", nobody with "-"',
      ),
      group: Who.optional().describe('Name of the group; several with ";", none with "-"'),
    })
    .strict()
    .refine(({ technician, group }) => technician !== undefined || group !== undefined, {
      path: ['technician'],
      message: 'a technician or a group is needed',
    }),
  output: z.object({
    ticketId: z.number().int(),
    changed: z.boolean(),
    before: Assigned,
    after: Assigned,
    /** The same as arguments that give it back; null when it cannot be given back. */
    previous: z.object({ technician: z.string().nullable(), group: z.string().nullable() }).nullable(),
  }),
  annotations: { ...writeHints, idempotentHint: true },
  describe: ({ ticketId, technician, group }) => ({
    fr: `Attribution du ticket n° ${ticketId} à ${[technician, group].filter(Boolean).join(', ')}`,
    en: `Assigning ticket #${ticketId} to ${[technician, group].filter(Boolean).join(', ')}`,
  }),
  ask: ({ ticketId, technician, group }) => ({
    fr: `Attribuer le ticket n° ${ticketId} à ${[technician, group].filter(Boolean).join(', ')}`,
    en: `Assign ticket #${ticketId} to ${[technician, group].filter(Boolean).join(', ')}`,
  }),
})
