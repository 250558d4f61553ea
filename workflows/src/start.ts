import {
  type Clock,
  createLogger,
  createMemoryBus,
  createRedisBus,
  type Env,
  type EventBus,
  type Logger,
  loadConfig,
  mcpTools,
  systemClock,
} from '@hub/kernel'
import { createDb, migrate, migrationsDir } from '@hub/prisma'
import { WorkflowsEnv } from './config.ts'
import type { WorkflowsContext } from './context.ts'
import { openChannels } from './notifications/channels/open-channels.ts'
import { runNotifications } from './notifications/run-notifications.ts'
import { runWorkflows } from './run-workflows.ts'
import { runExecutor } from './safeguard/run-executor.ts'

export interface WorkflowsOverrides {
  bus?: EventBus
  clock?: Clock
  log?: Logger
  /** Without the durable workflows, of which a process can have one engine: for tests that start several here. */
  withoutEngine?: boolean
}

/**
 * Starts the workflows process: the executor of approved requests, the messages about them to our own people, and the
 * durable workflows.
 * @throws ConfigError with one line naming a missing or weak value
 */
export async function startWorkflows(
  env: Env,
  overrides: WorkflowsOverrides = {},
): Promise<{ close(): Promise<void> }> {
  const config = loadConfig(WorkflowsEnv, env)
  const log = overrides.log ?? createLogger({ name: 'workflows', level: config.LOG_LEVEL })
  const channels = await openChannels(config.NOTIFICATIONS_FILE, log)
  await migrate({ url: config.DATABASE_URL, dir: migrationsDir })
  const ctx: WorkflowsContext = {
    db: createDb({ url: config.DATABASE_URL, poolSize: 5 }),
    bus: overrides.bus ?? (config.REDIS_URL ? createRedisBus(config.REDIS_URL, log) : createMemoryBus(log)),
    clock: overrides.clock ?? systemClock,
    log,
    openTools: mcpTools({ url: config.MCP_SERVER_URL, assertionSecret: config.MCP_ASSERTION_SECRET }),
  }
  const publicUrl = config.HUB_PUBLIC_URL.replace(/\/+$/, '')
  const stopNotifications = channels && (await runNotifications({ ...ctx, publicUrl }, channels))
  const stopExecutor = runExecutor(ctx, config.EXECUTOR_LOOK_MS)
  const stopWorkflows = overrides.withoutEngine ? undefined : await runWorkflows(ctx, config)
  return {
    async close() {
      // First: their steps in hand may still ask for what the executor and the tools do.
      await stopWorkflows?.()
      await Promise.all([stopExecutor(), stopNotifications?.()])
      if (!overrides.bus) await ctx.bus.close()
      await ctx.db.$disconnect()
    },
  }
}
