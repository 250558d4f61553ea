import { z } from 'zod'
import { defineDescriptor, readHints } from '../tool-descriptor.ts'

export const GlpiClient = z.object({
  entityId: z.number().int(),
  name: z.string(),
  completeName: z.string(),
  town: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  openTickets: z.number().int().nullable(),
  devices: z.array(
    z.object({ name: z.string(), model: z.string().nullable(), location: z.string().nullable() }),
  ),
  /** False when the client has more equipment than is listed. */
  devicesComplete: z.boolean(),
})

export const glpiSearchClient = defineDescriptor({
  name: 'glpi_search_client',
  version: '1',
  system: 'glpi',
  level: 'L1',
  titles: { fr: 'Rechercher un client', en: 'Find a client' },
  description:
    'Finds clients (GLPI entities) by a part of their name, with their network equipment and number of open tickets. Call it first when a client is named, to learn the names of its devices.',
  input: z
    .object({ query: z.string().trim().min(2).max(120).describe('Name of the client or a part of it') })
    .strict(),
  output: z.object({ clients: z.array(GlpiClient), total: z.number().int() }),
  annotations: readHints,
  describe: ({ query }) => ({ fr: `Recherche du client « ${query} »`, en: `Looking for client “${query}”` }),
})
