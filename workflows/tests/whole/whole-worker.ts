import { readFileSync } from 'node:fs'
import { createLogger, createMemoryBus, loadConfig, mcpTools, systemClock } from '@hub/kernel'
import { createDb } from '@hub/prisma'
import { z } from 'zod'
import { WorkflowsEnv } from '../../src/config.ts'
import { runWorkflows } from '../../src/run-workflows.ts'
import { runExecutor } from '../../src/safeguard/run-executor.ts'

/** The workflows process, for tests that let time pass: its workflows are ahead by what a file says, in milliseconds. */
const config = loadConfig(WorkflowsEnv, process.env)
const { CLOCK_FILE } = z.object({ CLOCK_FILE: z.string() }).parse(process.env)
const log = createLogger({ name: 'workflows', level: config.LOG_LEVEL })
const ctx = {
  db: createDb({ url: config.DATABASE_URL, poolSize: 5 }),
  bus: createMemoryBus(log),
  clock: systemClock,
  log,
  openTools: mcpTools({ url: config.MCP_SERVER_URL, assertionSecret: config.MCP_ASSERTION_SECRET }),
}
runExecutor(ctx, config.EXECUTOR_LOOK_MS)
const aheadMs = () => Number(readFileSync(CLOCK_FILE, 'utf8'))
await runWorkflows({ ...ctx, clock: { now: () => new Date(Date.now() + aheadMs()) } }, config)
