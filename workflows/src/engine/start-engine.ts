import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { DBOS } from '@dbos-inc/dbos-sdk'
import type { WorkflowsContext } from '../context.ts'
import { createWork } from '../safeguard/work.ts'
import type { WorkflowDefinition } from './definition.ts'
import { engineLog } from './engine-log.ts'
import { executeRun } from './execute-run.ts'
import { findDue, insertRun, type NewRun } from './runs.store.ts'
import { keepSignal, type News } from './signals.store.ts'
import { startQueued, startRun } from './start-queued.ts'
import { beatMs, takeOver } from './take-over.ts'
import { queueName, wakeRun } from './wake-run.ts'
import { beat, forgetWorker } from './workers.store.ts'

/** Runs of one client that are at work at once, over all workers. */
const runsPerClient = 4
/** Runs that are at work at once in one worker. */
const runsPerWorker = 20
/** How often waiting work is looked for, in milliseconds: what a decision waits for its run to go on, at most. */
const pollMs = 40
/** How often sleepers whose time has come are woken, in milliseconds. */
const dueMs = 1_000
const dueAtOnce = 500

export interface Engine {
  /** Starts a run; the same id twice is one run. */
  start(run: NewRun): Promise<void>
  /** Tells a run something that it may wait for. */
  tell(news: News): Promise<void>
  close(): Promise<void>
}

/**
 * Starts the durable engine in this process; there can be one. Its tables are in the schema `dbos` of the database.
 * @param options.databaseUrl Postgres, or the wire server of the embedded database
 */
export async function startEngine(
  ctx: WorkflowsContext,
  options: { databaseUrl: string; definitions: readonly WorkflowDefinition[] },
): Promise<Engine> {
  const worker = { id: randomUUID(), host: hostname() }
  const log = ctx.log.child({ worker: worker.id })
  DBOS.setConfig({
    name: 'hub',
    systemDatabaseUrl: options.databaseUrl,
    // One version for ever: runs that wait for months go on with the code of today, which asks `isPatched`.
    applicationVersion: 'hub-1',
    enablePatching: true,
    executorID: worker.id,
    useListenNotify: false,
    systemDatabasePoolSize: 6,
    logger: engineLog(log),
  })
  const workflows = new Map(
    options.definitions.map((definition) => [
      definition.name,
      DBOS.registerWorkflow((input: unknown) => executeRun(ctx, definition, input), {
        name: definition.name,
      }),
    ]),
  )
  await beat(ctx.db, worker)
  await DBOS.launch()
  await DBOS.registerQueue(queueName, {
    partitionConcurrency: runsPerClient,
    workerConcurrency: runsPerWorker,
    minPollingIntervalMs: pollMs,
    onConflict: 'always_update',
  })
  const work = createWork((err, name) => log.error({ err, part: name }, 'workflow work failed'))
  const wakeDue = async () => {
    for (const { id } of await findDue(ctx.db, ctx.clock.now(), dueAtOnce)) await wakeRun(ctx, id)
  }
  const timers = [
    setInterval(() => work.run('due', wakeDue), dueMs),
    setInterval(() => work.run('queued', () => startQueued(ctx, workflows)), dueMs),
    setInterval(() => work.run('beat', () => beat(ctx.db, worker)), beatMs),
    setInterval(() => work.run('take-over', () => tellTakenOver(takeOver(ctx.db, worker.id))), beatMs),
  ]
  return {
    async start(run) {
      await insertRun(ctx.db, run, ctx.clock.now())
      await startRun(workflows, { ...run, turn: run.clientName ?? '-' })
    },
    async tell(news) {
      await ctx.db.$transaction((tx) => keepSignal(tx, news))
      await wakeRun(ctx, news.runId)
    },
    async close() {
      for (const timer of timers) clearInterval(timer)
      await work.stop()
      await DBOS.shutdown({ deregister: true, workflowCompletionTimeoutMS: 10_000 })
      await forgetWorker(ctx.db, worker.id)
    },
  }

  async function tellTakenOver(taken: Promise<number>) {
    const count = await taken
    if (count > 0) log.warn({ count }, 'runs of a dead worker go on')
  }
}
