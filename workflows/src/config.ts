import { secretValue } from '@hub/kernel'
import { z } from 'zod'
import { TicketModelEnv } from './support/model/create-ticket-model.ts'

/** Environment of the workflows process. */
export const WorkflowsEnv = z.object({
  LOG_LEVEL: z.string().default('info'),
  DATABASE_URL: z.string().min(1),
  REDIS_URL: z.string().optional(),
  MCP_SERVER_URL: z.url().default('http://127.0.0.1:3001/mcp'),
  MCP_ASSERTION_SECRET: secretValue(32),
  HUB_PUBLIC_URL: z.url().default('http://127.0.0.1:3002'),
  /** How often the executor looks for work that no event told of, in milliseconds. */
  EXECUTOR_LOOK_MS: z.coerce.number().int().min(200).max(60_000).default(5_000),
  /** How often new tickets are looked for, in seconds. */
  SUPPORT_POLL_SECONDS: z.coerce.number().min(1).max(3_600).default(30),
  /** Who gets the tickets that the workflow leaves to people; without both they stay unassigned. */
  SUPPORT_ESCALATION_TECHNICIAN: z.string().optional(),
  SUPPORT_ESCALATION_GROUP: z.string().optional(),
  ...TicketModelEnv.shape,
  /** Channels that are told what happens at the gate; without it nobody is. */
  NOTIFICATIONS_FILE: z.string().optional(),
  /** Hostnames of our own core network, comma list: every site is reached through it. */
  SENTINEL_CORE_DEVICES: z.string().optional(),
  /** GLPI entity, by name or number, of the tickets of incidents that belong to no single client. */
  SENTINEL_CLIENT: z.string().optional(),
  /** When the knowledge base takes up what was resolved in the day, and the time zone of that hour. */
  ENRICHISSEUR_AT: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .default('02:30'),
  ENRICHISSEUR_TIME_ZONE: z
    .string()
    .refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC')
    .default('Europe/Paris'),
})
export type WorkflowsEnv = z.infer<typeof WorkflowsEnv>
