import { z } from 'zod'
import { defineDescriptor, readHints } from '../tool-descriptor.ts'
import { ClientName } from './glpi-parameters.ts'

export const assetKinds = ['computer', 'monitor', 'network', 'printer', 'phone', 'peripheral'] as const

export const ClientAsset = z.object({
  id: z.number().int(),
  type: z.enum(assetKinds),
  name: z.string(),
  model: z.string().nullable(),
  serial: z.string().nullable(),
  location: z.string().nullable(),
  state: z.string().nullable(),
  clientName: z.string().nullable(),
})

export const glpiListClientAssets = defineDescriptor({
  name: 'glpi_list_client_assets',
  version: '1',
  system: 'glpi',
  level: 'L1',
  titles: { fr: 'Matériel d’un client', en: 'Assets of a client' },
  description:
    'Lists the equipment that GLPI holds for one client and the entities below it: computers, screens, network equipment, printers, phones, peripherals, with how many there are of each.',
  input: z
    .object({
      client: ClientName,
      type: z
        .enum(['all', ...assetKinds])
        .default('all')
        .describe('Only this type of equipment'),
      limit: z.number().int().min(1).max(100).default(30).describe('How many to list of each type'),
    })
    .strict(),
  output: z.object({
    clientId: z.number().int(),
    clientName: z.string(),
    assets: z.array(ClientAsset),
    /** How many there are of each type that was read. */
    totals: z.array(z.object({ type: z.enum(assetKinds), total: z.number().int() })),
    /** Types that could not be read. */
    missing: z.array(z.string()),
  }),
  annotations: readHints,
  describe: ({ client }) => ({ fr: `Matériel de « ${client} »`, en: `Assets of “${client}”` }),
})
