import { z } from 'zod'
import { defineDescriptor, readHints } from '../tool-descriptor.ts'
import { NetworkAlert, PageNumber } from './observium-network-alert.ts'
import { DeviceName } from './parameters.ts'

export const observiumListAlerts = defineDescriptor({
  name: 'observium_list_alerts',
  version: '1',
  system: 'observium',
  level: 'L0',
  titles: { fr: 'Alertes du réseau', en: 'Network alerts' },
  description:
    'Lists the alerts of the network monitoring, of one device or of all, the most serious first, 50 per page: what fails, how serious, since when, and whether somebody has acknowledged it. Also those that cleared lately.',
  input: z
    .object({
      device: DeviceName.optional(),
      state: z
        .enum(['open', 'cleared', 'all'])
        .default('open')
        .describe('open: what fails now; cleared: what recovered lately; all: both'),
      clearedHours: z
        .number()
        .int()
        .min(1)
        .max(168)
        .default(24)
        .describe('How far back "cleared" goes, in hours'),
      page: PageNumber,
    })
    .strict(),
  output: z.object({
    alerts: z.array(NetworkAlert),
    total: z.number().int(),
    /** Of those that fail now. */
    severities: z.object({
      critical: z.number().int(),
      warning: z.number().int(),
      other: z.number().int(),
    }),
    page: z.number().int(),
    pageCount: z.number().int(),
    complete: z.boolean(),
    missing: z.array(z.string()),
  }),
  annotations: readHints,
  describe: ({ device, state }) => {
    const what = { open: 'en cours', cleared: 'levées', all: 'en cours et levées' }[state]
    const kind = { open: 'open', cleared: 'cleared', all: 'open and cleared' }[state]
    return device === undefined
      ? { fr: `Lecture des alertes ${what}`, en: `Reading the ${kind} alerts` }
      : { fr: `Lecture des alertes ${what} de ${device}`, en: `Reading the ${kind} alerts of ${device}` }
  },
})
