import { z } from 'zod'
import { defineDescriptor, readHints } from '../tool-descriptor.ts'
import { PageNumber } from './observium-network-alert.ts'
import { Instant } from './parameters.ts'

const Words = z.string().trim().min(1).max(120)

export const ListedDevice = z.object({
  deviceId: z.number().int(),
  hostname: z.string(),
  state: z.enum(['up', 'down', 'disabled', 'ignored']),
  downReason: z.enum(['ping', 'snmp', 'dns', 'other']).nullable(),
  type: z.string().nullable(),
  hardware: z.string().nullable(),
  purpose: z.string().nullable(),
  location: z.string().nullable(),
  uptimeSeconds: z.number().int().nullable(),
  lastPolledAt: Instant.nullable(),
})

export const observiumListDevices = defineDescriptor({
  name: 'observium_list_devices',
  version: '1',
  system: 'observium',
  level: 'L0',
  titles: { fr: 'Liste des équipements', en: 'Device list' },
  description:
    'Lists the network devices that are watched, those that are down first, 50 per page, with how many are up, down, ignored and disabled. Filters by client, place, state, type or any words; without filters it gives all.',
  input: z
    .object({
      client: Words.optional().describe('Words of the name of the client the device serves'),
      location: Words.optional().describe('Words of the place, e.g. a town or a site'),
      status: z.enum(['up', 'down', 'ignored', 'disabled']).optional().describe('Only devices in this state'),
      type: z.string().trim().min(1).max(40).optional().describe('e.g. network, firewall, wireless, server'),
      text: Words.optional().describe('Words of the hostname, hardware, operating system or purpose'),
      page: PageNumber,
    })
    .strict(),
  output: z.object({
    devices: z.array(ListedDevice),
    /** All that match, on every page. */
    total: z.number().int(),
    states: z.object({
      up: z.number().int(),
      down: z.number().int(),
      ignored: z.number().int(),
      disabled: z.number().int(),
    }),
    page: z.number().int(),
    pageCount: z.number().int(),
    /** False when the monitoring has more devices than were read. */
    complete: z.boolean(),
  }),
  annotations: readHints,
  describe: (filters) => {
    const { page: _page, ...asked } = filters
    const words = Object.values(asked).join(', ')
    return words === ''
      ? { fr: 'Liste des équipements', en: 'Listing the devices' }
      : { fr: `Liste des équipements (${words})`, en: `Listing the devices (${words})` }
  },
})
