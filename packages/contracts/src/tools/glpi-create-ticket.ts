import { z } from 'zod'
import { defineDescriptor } from '../tool-descriptor.ts'
import { ClientName, ItemName, PersonName, writeHints } from './glpi-parameters.ts'
import { IdempotencyKey } from './parameters.ts'
import { clientFacts } from './target-facts.ts'

export const glpiCreateTicket = defineDescriptor({
  name: 'glpi_create_ticket',
  version: '2',
  system: 'glpi',
  level: 'L2',
  targetFacts: [...clientFacts, 'hasRequester'],
  titles: { fr: 'Ouvrir un ticket', en: 'Open a ticket' },
  description:
    'Opens a GLPI ticket for a client. Look first with glpi_search_tickets whether one exists already. Gives the number of the new ticket.',
  input: z
    .object({
      client: ClientName,
      title: z.string().trim().min(3).max(250).describe('One line'),
      description: z.string().trim().min(3).max(20_000).describe('What happens, plain text'),
      type: z.enum(['incident', 'request']).default('incident'),
      urgency: z.number().int().min(1).max(5).default(3).describe('1 very low, 3 medium, 5 very high'),
      category: ItemName.optional().describe('Name of the category'),
      requester: PersonName.optional().describe('Login, e-mail or name of the person of the client who asks'),
      idempotencyKey: IdempotencyKey,
    })
    .strict(),
  output: z.object({
    ticketId: z.number().int(),
    clientName: z.string(),
    title: z.string(),
    alreadyThere: z.boolean(),
  }),
  annotations: writeHints,
  describe: ({ client, title }) => ({
    fr: `Ouverture d’un ticket pour « ${client} » : ${title}`,
    en: `Opening a ticket for “${client}”: ${title}`,
  }),
  ask: ({ client, title }) => ({
    fr: `Ouvrir un ticket pour « ${client} » : ${title}`,
    en: `Open a ticket for “${client}”: ${title}`,
  }),
})
