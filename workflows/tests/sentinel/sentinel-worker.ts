import { createLogger, createMemoryBus, mcpTools } from '@hub/kernel'
import { createDb } from '@hub/prisma'
import { z } from 'zod'
import { startEngine } from '../../src/engine/start-engine.ts'
import { sentinelDefinitions } from '../../src/sentinel/sentinel-definitions.ts'
import { watchAlerts } from '../../src/sentinel/watch-alerts.ts'

/** A worker of SENTINEL that tests kill. Its clock is ahead by so much, in milliseconds. */
const env = z
  .object({
    DATABASE_URL: z.string(),
    MCP_SERVER_URL: z.string(),
    MCP_ASSERTION_SECRET: z.string(),
    AHEAD_MS: z.coerce.number(),
  })
  .parse(process.env)
const log = createLogger({ name: 'worker', level: 'warn' })
const ctx = {
  db: createDb({ url: env.DATABASE_URL, poolSize: 3 }),
  bus: createMemoryBus(log),
  clock: { now: () => new Date(Date.now() + env.AHEAD_MS) },
  log,
  openTools: mcpTools({ url: env.MCP_SERVER_URL, assertionSecret: env.MCP_ASSERTION_SECRET }),
}
const options = { coreDevices: [], ownClient: '0' }
const engine = await startEngine(ctx, {
  databaseUrl: env.DATABASE_URL,
  definitions: sentinelDefinitions(ctx, options),
})
watchAlerts(ctx, { engine, options })
process.stdout.write('ready\n')
