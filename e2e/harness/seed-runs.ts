import { join } from 'node:path'
import { createLogger, createMemoryBus, systemClock } from '@hub/kernel'
import { createDb, type Db, migrate, migrationsDir } from '@hub/prisma'
import { startEmbeddedDatabase } from '@hub/prisma/embedded'
import { defineWorkflow, type Engine, type Run, startEngine } from '@hub/workflows'
import { z } from 'zod'
import { playedRuns } from './played-runs.ts'

const minuteMs = 60_000
const playLimitMs = 60_000
/** More than one page of the list. */
const pastRuns = 60

/** Plays runs on the real engine in the database of a Hub that is not started yet. */
export async function seedRuns(dataDir: string): Promise<void> {
  const database = await startEmbeddedDatabase({ dataDir: join(dataDir, 'database') })
  try {
    await migrate({ url: database.url, dir: migrationsDir })
    const db = createDb({ url: database.url, poolSize: 2 })
    await playAll(db, database.url)
    await placeInTime(db)
    await addPast(db)
    await db.$disconnect()
  } finally {
    await database.close()
  }
}

async function playAll(db: Db, databaseUrl: string): Promise<void> {
  const log = createLogger({ name: 'seed', level: 'silent' })
  const input = z.object({ play: z.string() })
  const body = async (run: Run) => {
    await playedRuns.find(({ id }) => id === run.id)?.play(run)
    return {}
  }
  const definitions = ['support', 'sentinel', 'enrichisseur'].map((name) =>
    defineWorkflow({ name, input, body }),
  )
  const openTools = () => Promise.reject(new Error('nothing is called'))
  const ctx = { db, bus: createMemoryBus(log), clock: systemClock, log, openTools }
  const engine = await startEngine(ctx, { databaseUrl, definitions })
  try {
    for (const { play: _, until, ...run } of playedRuns) await playOne({ db, engine, run, until })
  } finally {
    await engine.close()
  }
  for (const { id, input: shown } of playedRuns)
    await db.workflowRun.update({ where: { id }, data: { input: shown } })
}

async function playOne({
  db,
  engine,
  run,
  until,
}: {
  db: Db
  engine: Engine
  run: Parameters<Engine['start']>[0]
  until: string
}): Promise<void> {
  await engine.start({ ...run, input: { play: run.id } })
  const limit = Date.now() + playLimitMs
  for (;;) {
    const { state } = await db.workflowRun.findUniqueOrThrow({ where: { id: run.id } })
    if (state === until) return
    if (Date.now() > limit) throw new Error(`${run.id} is ${state}, not ${until}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Spreads the runs over two hours, and leaves one of them without another try. */
async function placeInTime(db: Db): Promise<void> {
  const now = Date.now()
  const ago = (minutes: number) => new Date(now - minutes * minuteMs)
  for (const [index, { id, until }] of playedRuns.entries()) {
    const minutes = 4 + index * 23
    const endedAt = until === 'waiting' ? {} : { endedAt: ago(minutes - 1) }
    await db.workflowRun.update({ where: { id }, data: { createdAt: ago(minutes), ...endedAt } })
  }
  const given = { kind: 'retry', step: 'read ticket', failed: 8, until: null }
  await db.workflowRun.update({
    where: { id: 'support:1235' },
    data: {
      state: 'parked',
      waitUntil: null,
      waitingFor: { ...given, reason: 'upstream.unreachable', message: 'GLPI is unreachable' },
    },
  })
  await db.workflowRun.update({ where: { id: 'enrichisseur:2026-11-20' }, data: { isDryRun: true } })
  const runId = 'sentinel:site-saint-jean-1'
  const alerts = ['RTR-STJEAN', 'SWITCH-CLIN-STJEAN'].map((device, index) => ({
    source: 'observium',
    digest: `seed-${device}`,
    body: { TITLE: `ALERT: [${device}] [device] Device down`, DEVICE_HOSTNAME: device },
    receivedAt: ago(74 - index),
    handledAt: ago(73),
    runId,
  }))
  await db.incomingAlert.createMany({ data: alerts })
}

const pastStates = ['done', 'done', 'done', 'handed_over', 'cancelled'] as const

/** Ended runs of the days before. */
async function addPast(db: Db): Promise<void> {
  const now = Date.now()
  const runs = Array.from({ length: pastRuns }, (_, index) => {
    const createdAt = new Date(now - (index + 4) * 67 * minuteMs)
    const endedAt = new Date(createdAt.getTime() + (index % 7) * 9 * minuteMs + 21_000)
    const ticketId = 1190 - index
    return {
      id: `support:${ticketId}`,
      workflow: 'support',
      title: `Demande n° ${ticketId}`,
      input: { ticketId },
      turn: 'Atelier Roux',
      clientName: 'Atelier Roux',
      ticketId,
      state: pastStates[index % pastStates.length] ?? 'done',
      category: index % 3 === 0 ? 'AUTRE' : '#DIAG',
      confidence: 0.8,
      createdAt,
      updatedAt: endedAt,
      endedAt,
    }
  })
  await db.workflowRun.createMany({ data: runs })
}
