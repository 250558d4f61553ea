import { z } from 'zod'
import { defineDescriptor, readHints } from '../tool-descriptor.ts'
import { ClientName, RowLimit, TicketLine } from './glpi-parameters.ts'

export const glpiListRecentTickets = defineDescriptor({
  name: 'glpi_list_recent_tickets',
  version: '1',
  system: 'glpi',
  level: 'L1',
  titles: { fr: 'Tickets récents', en: 'Recent tickets' },
  description:
    'Lists the GLPI tickets opened in the last hours or days, the newest first, of one client or of all. Without a duration: the last 24 hours.',
  input: z
    .object({
      client: ClientName.optional(),
      days: z.number().int().min(1).max(366).optional().describe('How many days back'),
      hours: z.number().int().min(1).max(720).optional().describe('How many hours back, beside the days'),
      limit: RowLimit.default(20).describe('How many tickets to list'),
    })
    .strict(),
  output: z.object({
    tickets: z.array(TicketLine),
    /** All that were opened in that time. */
    total: z.number().int(),
    since: z.iso.datetime(),
    /** Parts that could not be read. */
    missing: z.array(z.string()),
  }),
  annotations: readHints,
  describe: ({ client, days, hours }) => {
    const [fr, en] = [days === undefined ? '' : ` ${days} j`, days === undefined ? '' : ` ${days} d`]
    const span = hours === undefined && days !== undefined ? '' : ` ${hours ?? 24} h`
    const of = client === undefined ? '' : ` (${client})`
    return { fr: `Tickets des dernières${fr}${span}${of}`, en: `Tickets of the last${en}${span}${of}` }
  },
})
