import { randomBytes } from 'node:crypto'
import type { Estate } from '@hub/estate'
import { createLogger, createMemoryBus, mcpTools, systemClock } from '@hub/kernel'
import { createDb, type Db } from '@hub/prisma'
import { startServer } from '@hub/server'
import { expect, vi } from 'vitest'
import type { WorkflowsContext } from '../../src/context.ts'
import { type Engine, startEngine } from '../../src/engine/start-engine.ts'
import { runExecutor } from '../../src/safeguard/run-executor.ts'
import { sentinelDefinitions } from '../../src/sentinel/sentinel-definitions.ts'
import { watchAlerts } from '../../src/sentinel/watch-alerts.ts'
import { addMail } from '../harness/add-mail.ts'
import { type Lab, startLab } from '../harness/start-lab.ts'

/** The whole way of a notification: demo monitoring, the server's webhook, the desk, incidents, tickets and mails. */
export interface SentinelLab {
  lab: Lab
  db: Db
  estate: Estate
  webhook: { url: string; token: string }
  ctx: WorkflowsContext
  /** Lets time pass for the workflows and the demo systems, in minutes. */
  pass(minutes: number): void
  /** Waits until every notification has been decided about, or is held. */
  untilHandled(): Promise<void>
  /** Waits until it is true of the only open incident, or of the newest. */
  untilIncident(check: Record<string, unknown>): Promise<Incident>
  /** Waits until it is true of the run of an incident. */
  untilRun(incidentId: string, check: Record<string, unknown>): Promise<void>
  /** Waits until a request for a tool waits for people. @returns its id */
  untilAsked(tool: string): Promise<string>
  /** Ends the workflows and starts them again. */
  restart(): Promise<void>
  close(): Promise<void>
}

type Incident = Awaited<ReturnType<Db['incident']['findFirstOrThrow']>>

const secret = () => randomBytes(32).toString('base64url')
/** The first decision waits for the topology: hundreds of calls on a machine that does other things too. */
const patience = { timeout: 80_000, interval: 100 }

/** The demo monitoring polls at these times of the clock, in milliseconds. */
const pollMs = 5 * 60_000

/**
 * @param options.isRun false leaves the workflows to processes of their own
 * @param options.sincePollMs how long ago the demo monitoring polled when the test begins
 */
export async function startSentinelLab({ isRun = true, sincePollMs = 240_000 } = {}): Promise<SentinelLab> {
  // What was polled since an outage began decides what is known of it: the same at any time of the day.
  let aheadMs = isRun ? sincePollMs + pollMs - (Date.now() % pollMs) : 0
  const clock = { now: () => new Date(Date.now() + aheadMs) }
  const lab = await startLab({}, { clock: clock.now })
  const { estate, env } = lab
  await addMail(lab)
  await lab.startMcp()
  const log = createLogger({ name: 'test', level: process.env.TEST_LOG ?? 'silent' })
  const bus = createMemoryBus(log)
  const token = secret()
  const server = await startServer(
    {
      ...env,
      HUB_MODE: 'embedded',
      HUB_PORT: '0',
      JWT_SECRET: secret(),
      OBSERVIUM_WEBHOOK_SECRET: token,
      LIBRENMS_WEBHOOK_SECRET: token,
    },
    { log },
  )
  const webhook = { url: `${server.url}/api/workflows/webhook/observium`, token }
  estate.observium.setWebhook(webhook)
  const db = createDb({ url: String(env.DATABASE_URL), poolSize: 4 })
  const openTools = mcpTools({
    url: String(env.MCP_SERVER_URL),
    assertionSecret: String(env.MCP_ASSERTION_SECRET),
  })
  const ctx = { db, bus, log, openTools, clock }
  const stopExecutor = runExecutor({ ...ctx, clock: systemClock }, 500)
  const start = async () => (isRun ? startParts(ctx, String(env.DATABASE_URL)) : nobody)
  let parts = await start()
  const newest = () => db.incident.findFirstOrThrow({ where: { mergedInto: null }, orderBy: { id: 'desc' } })
  return {
    lab,
    db,
    estate,
    webhook,
    ctx,
    pass: (minutes) => {
      aheadMs += minutes * 60_000
    },
    untilHandled: () =>
      vi.waitFor(async () => {
        expect(estate.observium.deliveries().filter(({ isDelivered }) => !isDelivered)).toEqual([])
        expect(await db.incomingAlert.count({ where: { handledAt: null } })).toBe(0)
        const due = { heldUntil: { lte: ctx.clock.now() } }
        expect(await db.incomingAlert.count({ where: due })).toBe(0)
      }, patience),
    untilIncident: (check) =>
      vi.waitFor(async () => {
        const incident = await newest()
        expect(incident).toMatchObject(check)
        return incident
      }, patience),
    untilRun: (incidentId, check) =>
      vi.waitFor(async () => {
        const where = { id: `sentinel:${incidentId}` }
        expect(await db.workflowRun.findUniqueOrThrow({ where })).toMatchObject(check)
      }, patience),
    untilAsked: (toolName) =>
      vi.waitFor(async () => {
        const asked = await db.approval.findFirst({ where: { toolName, state: 'pending' } })
        if (!asked) throw new Error(`nobody asks for ${toolName}`)
        return asked.id
      }, patience),
    async restart() {
      await parts.close()
      parts = await start()
    },
    async close() {
      await parts.close()
      await stopExecutor()
      await server.close()
      await db.$disconnect()
      await lab.close()
    },
  }
}

const nobody = { close: async () => undefined }

export async function startParts(
  ctx: WorkflowsContext,
  databaseUrl: string,
): Promise<{ close(): Promise<unknown> }> {
  const options = { coreDevices: [], ownClient: '0' }
  const engine: Engine = await startEngine(ctx, {
    databaseUrl,
    definitions: sentinelDefinitions(ctx, options),
  })
  const stop = watchAlerts(ctx, { engine, options })
  return {
    async close() {
      await stop()
      await engine.close()
    },
  }
}
