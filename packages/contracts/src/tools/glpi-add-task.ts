import { z } from 'zod'
import { defineDescriptor } from '../tool-descriptor.ts'
import { PersonName, writeHints } from './glpi-parameters.ts'
import { IdempotencyKey, TicketId } from './parameters.ts'
import { ticketFacts } from './target-facts.ts'

export const glpiAddTask = defineDescriptor({
  name: 'glpi_add_task',
  version: '2',
  system: 'glpi',
  level: 'L2',
  targetFacts: ticketFacts,
  titles: { fr: 'Ajouter une tâche', en: 'Add a task' },
  description:
    'Adds a task to a GLPI ticket: something to do, or something done with the time it took. Private (seen by technicians only) unless isPrivate is false; a public task is read by the client and needs an approval.',
  input: z
    .object({
      ticketId: TicketId,
      content: z.string().trim().min(1).max(20_000).describe('Plain text'),
      state: z.enum(['todo', 'done', 'information']).default('todo'),
      minutes: z.number().int().min(0).max(2_880).default(0).describe('Time it took, in minutes'),
      technician: PersonName.optional().describe('Login, e-mail or name of who is to do it'),
      isPrivate: z.boolean().default(true),
      idempotencyKey: IdempotencyKey,
    })
    .strict(),
  output: z.object({ ticketId: z.number().int(), taskId: z.number().int(), alreadyThere: z.boolean() }),
  annotations: writeHints,
  describe: ({ ticketId, isPrivate }) => ({
    fr: `Ajout d’une tâche ${isPrivate ? 'privée' : 'publique'} au ticket n° ${ticketId}`,
    en: `Adding a ${isPrivate ? 'private' : 'public'} task to ticket #${ticketId}`,
  }),
  ask: ({ ticketId, isPrivate }) => ({
    fr: `Ajouter une tâche ${isPrivate ? 'privée' : 'publique'} au ticket n° ${ticketId}`,
    en: `Add a ${isPrivate ? 'private' : 'public'} task to ticket #${ticketId}`,
  }),
})
