import { z } from 'zod'
import { TicketStatus, ticketStatuses } from './glpi-get-ticket-details.ts'
import { Instant } from './parameters.ts'

/** Parameters that several tools of GLPI share, described once for the model. */
export const ClientName = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .describe('Name of the client (GLPI entity) as GLPI has it, or its number, e.g. Clinique Saint-Jean')

export const PersonName = z.string().trim().min(2).max(120)
export const ItemName = z.string().trim().min(2).max(250)

/** A day, or an instant in UTC. */
export const DayOrInstant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z)?$/, 'not a date such as 2026-01-31')
  .refine((text) => !Number.isNaN(Date.parse(text)), 'not a date that exists')

export const RowLimit = z.number().int().min(1).max(50)

/** Groups of statuses: `open` is neither solved nor closed, `done` is one of the two. */
export const statusFilters = ['open', 'done', ...ticketStatuses] as const

/** The first fields are what a narrow table has room for. */
export const TicketLine = z.object({
  ticketId: z.number().int(),
  title: z.string(),
  status: TicketStatus,
  clientName: z.string().nullable(),
  openedAt: Instant.nullable(),
  technicians: z.array(z.string()),
  groups: z.array(z.string()),
  requesters: z.array(z.string()),
  priority: z.number().int(),
  category: z.string().nullable(),
  updatedAt: Instant.nullable(),
})

/** Hints of a write in GLPI that is not the same when it is done twice. */
export const writeHints = {
  readOnlyHint: false,
  destructiveHint: false,
  idempotentHint: false,
  openWorldHint: true,
} as const
