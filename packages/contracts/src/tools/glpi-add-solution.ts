import { z } from 'zod'
import { defineDescriptor } from '../tool-descriptor.ts'
import { TicketStatus } from './glpi-get-ticket-details.ts'
import { TicketId } from './parameters.ts'
import { ticketFacts } from './target-facts.ts'

export const glpiAddSolution = defineDescriptor({
  name: 'glpi_add_solution',
  version: '2',
  system: 'glpi',
  level: 'L3',
  targetFacts: ticketFacts,
  titles: { fr: 'Résoudre un ticket', en: 'Solve a ticket' },
  description:
    'Asks to record the solution of a GLPI ticket, which solves it; the client reads it. A person must approve it before anything happens.',
  input: z
    .object({
      ticketId: TicketId,
      solution: z.string().trim().min(3).max(20_000).describe('What solved it, plain text for the client'),
    })
    .strict(),
  output: z.object({
    ticketId: z.number().int(),
    solutionId: z.number().int(),
    status: TicketStatus,
    previousStatus: TicketStatus,
  }),
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  describe: ({ ticketId }) => ({
    fr: `Résolution du ticket n° ${ticketId}`,
    en: `Solving ticket #${ticketId}`,
  }),
  ask: ({ ticketId }) => ({ fr: `Résoudre le ticket n° ${ticketId}`, en: `Solve ticket #${ticketId}` }),
})
