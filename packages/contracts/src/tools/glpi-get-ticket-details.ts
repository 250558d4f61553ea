import { z } from 'zod'
import { defineDescriptor, readHints } from '../tool-descriptor.ts'
import { Instant, TicketId } from './parameters.ts'

export const ticketStatuses = ['new', 'assigned', 'planned', 'pending', 'solved', 'closed'] as const
export const TicketStatus = z.enum([...ticketStatuses, 'other'])

export const TicketEntry = z.object({
  kind: z.enum(['followup', 'task', 'solution']),
  id: z.number().int(),
  at: Instant.nullable(),
  author: z.string().nullable(),
  isPrivate: z.boolean(),
  text: z.string(),
  /** Written by the Hub: from its own account and with its marker, or a solution from its account. */
  byHub: z.boolean(),
})

/** Who asked, as GLPI knows them; without a login it is an address that GLPI has no user for. */
export const TicketRequester = z.object({
  name: z.string().nullable(),
  login: z.string().nullable(),
  /** Every address of the person, the main one first. */
  emails: z.array(z.string()),
})

export const Ticket = z.object({
  id: z.number().int(),
  title: z.string(),
  text: z.string(),
  status: TicketStatus,
  type: z.enum(['incident', 'request', 'other']),
  urgency: z.number().int(),
  priority: z.number().int(),
  category: z.string().nullable(),
  clientId: z.number().int(),
  clientName: z.string().nullable(),
  requesters: z.array(z.string()),
  requesterUsers: z.array(TicketRequester),
  technicians: z.array(z.string()),
  openedAt: Instant.nullable(),
  updatedAt: Instant.nullable(),
  solvedAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  entries: z.array(TicketEntry),
  /** Parts of the thread that could not be read. */
  missing: z.array(z.string()),
  /** Opened by the Hub itself: from its own account and with its marker. */
  openedByHub: z.boolean(),
})

export const glpiGetTicketDetails = defineDescriptor({
  name: 'glpi_get_ticket_details',
  version: '1',
  system: 'glpi',
  level: 'L1',
  titles: { fr: 'Lire un ticket', en: 'Read a ticket' },
  description: 'Reads one GLPI ticket by its number: title, text, status, people, and its thread in order.',
  input: z.object({ ticketId: TicketId }).strict(),
  output: z.object({ ticket: Ticket }),
  annotations: readHints,
  describe: ({ ticketId }) => ({ fr: `Lecture du ticket n° ${ticketId}`, en: `Reading ticket #${ticketId}` }),
})
