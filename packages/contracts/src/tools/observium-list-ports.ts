import { z } from 'zod'
import { defineDescriptor, readHints } from '../tool-descriptor.ts'
import { PageNumber } from './observium-network-alert.ts'
import { DeviceName, Instant } from './parameters.ts'

export const ListedPort = z.object({
  portId: z.number().int(),
  name: z.string(),
  description: z.string().nullable(),
  state: z.string(),
  speedBitsPerSecond: z.number().nullable(),
  inBitsPerSecond: z.number().nullable(),
  outBitsPerSecond: z.number().nullable(),
  inUsedPercent: z.number().nullable(),
  outUsedPercent: z.number().nullable(),
  errorsPerSecond: z.number().nullable(),
  neighbour: z
    .object({ device: z.string(), port: z.string().nullable(), protocol: z.string().nullable() })
    .nullable(),
  /** `down` although nobody shut it, `errors` on the line, `saturated` from 80 % of its speed. */
  problems: z.array(z.enum(['errors', 'saturated', 'down'])),
})

export const observiumListPorts = defineDescriptor({
  name: 'observium_list_ports',
  version: '1',
  system: 'observium',
  level: 'L0',
  titles: { fr: 'Ports d’un équipement', en: 'Ports of a device' },
  description:
    'Lists the ports of one network device, those with a problem first, 50 per page: state, speed, traffic, use, errors, description, and the neighbour at the other end where it is known.',
  input: z
    .object({
      device: DeviceName,
      problemsOnly: z
        .boolean()
        .default(false)
        .describe('True for only the ports that are down, have errors or are saturated'),
      page: PageNumber,
    })
    .strict(),
  output: z.object({
    deviceId: z.number().int(),
    device: z.string(),
    /** Not `up`: the ports are shown as they were at the last poll. */
    deviceState: z.enum(['up', 'down', 'disabled', 'ignored']),
    lastPolledAt: Instant.nullable(),
    /** Of the whole device, whatever was asked. */
    counts: z.object({
      total: z.number().int(),
      up: z.number().int(),
      down: z.number().int(),
      adminDown: z.number().int(),
      withErrors: z.number().int(),
      saturated: z.number().int(),
    }),
    ports: z.array(ListedPort),
    total: z.number().int(),
    page: z.number().int(),
    pageCount: z.number().int(),
    missing: z.array(z.string()),
  }),
  annotations: readHints,
  describe: ({ device, problemsOnly }) =>
    problemsOnly
      ? { fr: `Lecture des ports en défaut de ${device}`, en: `Reading the faulty ports of ${device}` }
      : { fr: `Lecture des ports de ${device}`, en: `Reading the ports of ${device}` },
})
