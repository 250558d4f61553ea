import { secretValue } from '@hub/kernel'
import { z } from 'zod'

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
  /** Channels that are told what happens at the gate; without it nobody is. */
  NOTIFICATIONS_FILE: z.string().optional(),
  /** Hostnames of our own core network, comma list: every site is reached through it. */
  SENTINEL_CORE_DEVICES: z.string().optional(),
  /** GLPI entity, by name or number, of the tickets of incidents that belong to no single client. */
  SENTINEL_CLIENT: z.string().optional(),
})
export type WorkflowsEnv = z.infer<typeof WorkflowsEnv>
