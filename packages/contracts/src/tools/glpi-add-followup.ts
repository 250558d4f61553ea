import { z } from 'zod'
import { defineDescriptor } from '../tool-descriptor.ts'
import { IdempotencyKey, TicketId } from './parameters.ts'
import { ticketFacts } from './target-facts.ts'

export const glpiAddFollowup = defineDescriptor({
  name: 'glpi_add_followup',
  version: '2',
  system: 'glpi',
  level: 'L2',
  targetFacts: ticketFacts,
  titles: { fr: 'Ajouter un suivi', en: 'Add a followup' },
  description:
    'Adds a followup to a GLPI ticket. Private (seen by technicians only) unless isPrivate is false; a public followup is read by the client and needs an approval.',
  input: z
    .object({
      ticketId: TicketId,
      content: z.string().trim().min(1).max(20_000).describe('Plain text'),
      isPrivate: z.boolean().default(true),
      idempotencyKey: IdempotencyKey,
    })
    .strict(),
  output: z.object({ ticketId: z.number().int(), followupId: z.number().int(), alreadyThere: z.boolean() }),
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  describe: ({ ticketId, isPrivate }) => ({
    fr: `Ajout d’un suivi ${isPrivate ? 'privé' : 'public'} au ticket n° ${ticketId}`,
    en: `Adding a ${isPrivate ? 'private' : 'public'} followup to ticket #${ticketId}`,
  }),
  ask: ({ ticketId, isPrivate }) => ({
    fr: `Ajouter un suivi ${isPrivate ? 'privé' : 'public'} au ticket n° ${ticketId}`,
    en: `Add a ${isPrivate ? 'private' : 'public'} followup to ticket #${ticketId}`,
  }),
})
