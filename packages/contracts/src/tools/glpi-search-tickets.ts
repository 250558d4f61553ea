import { z } from 'zod'
import { defineDescriptor, readHints } from '../tool-descriptor.ts'
import {
  ClientName,
  DayOrInstant,
  ItemName,
  PersonName,
  RowLimit,
  statusFilters,
  TicketLine,
} from './glpi-parameters.ts'

export const glpiSearchTickets = defineDescriptor({
  name: 'glpi_search_tickets',
  version: '1',
  system: 'glpi',
  level: 'L1',
  titles: { fr: 'Rechercher des tickets', en: 'Search tickets' },
  description:
    'Searches GLPI tickets by words, client, requester, status, category, technician, group and opening date; every condition that is given must hold. Gives how many match and the first ones. Read one with glpi_get_ticket_details.',
  input: z
    .object({
      text: z.string().trim().min(2).max(200).optional().describe('Words of the title or the description'),
      client: ClientName.optional(),
      requester: PersonName.optional().describe('Login, e-mail or name of the person who asked'),
      status: z
        .enum(statusFilters)
        .optional()
        .describe('open (neither solved nor closed), done (solved or closed), or one status'),
      category: ItemName.optional().describe('Name of the category'),
      technician: PersonName.optional().describe('Login, e-mail or name of the assigned technician'),
      group: ItemName.optional().describe('Name of the assigned group'),
      openedSince: DayOrInstant.optional().describe('Opened on this day or later, e.g. 2026-01-31'),
      openedUntil: DayOrInstant.optional().describe('Opened on this day or earlier, e.g. 2026-01-31'),
      afterNumber: z
        .number()
        .int()
        .min(0)
        .max(2_147_483_647)
        .optional()
        .describe('Only tickets with a higher number; with sort "oldest" the way to read all of them'),
      sort: z
        .enum(['opened', 'updated', 'priority', 'newest', 'oldest'])
        .default('opened')
        .describe('Last opened, last updated or most urgent first; highest or lowest number first'),
      limit: RowLimit.default(20).describe('How many tickets to list'),
    })
    .strict(),
  output: z.object({
    tickets: z.array(TicketLine),
    /** All that match. */
    total: z.number().int(),
    /** Parts that could not be read. */
    missing: z.array(z.string()),
  }),
  annotations: readHints,
  describe: ({ sort: _sort, limit: _limit, ...filters }) => {
    const words = Object.values(filters).join(', ')
    return words === ''
      ? { fr: 'Recherche de tickets', en: 'Searching tickets' }
      : { fr: `Recherche de tickets (${words})`, en: `Searching tickets (${words})` }
  },
})
