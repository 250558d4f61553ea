import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { DBOS } from '@dbos-inc/dbos-sdk'
import { switchOf } from '@hub/contracts'
import type { WorkflowsContext } from '../context.ts'
import { alone } from './alone.store.ts'
import type { WorkflowDefinition } from './definition.ts'
import { engineDatabaseUrl } from './engine-database-url.ts'
import { engineLog } from './engine-log.ts'
import { mendEngineVersion } from './engine-version.store.ts'
import { executeRun } from './execute-run.ts'
import { keepWatch } from './keep-watch.ts'
import { insertRun, type NewRun } from './runs.store.ts'
import { keepSignal, type News } from './signals.store.ts'
import { startRun } from './start-queued.ts'
import { readSwitches, type Switches } from './switches.store.ts'
import { queueName, wakeRun } from './wake-run.ts'
import { beat, forgetWorker } from './workers.store.ts'

/** Runs of one client that are at work at once, over all workers. */
const runsPerClient = 4
/** Runs that are at work at once in one worker. */
const runsPerWorker = 20
/** How often waiting work is looked for, in milliseconds: what a decision waits for its run to go on, at most. */
const pollMs = 40
/** Longest time that a step in hand has to end when the process is asked to, in milliseconds. */
const endMs = 10_000

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
  let switches: ReadonlyMap<string, Switches> = await readSwitches(ctx.db)
  const isPaused = (workflow: string) => switches.get(switchOf(workflow))?.isPaused ?? false
  configure({ databaseUrl: options.databaseUrl, workerId: worker.id, logger: engineLog(log) })
  const workflows = new Map(
    options.definitions.map((definition) => [
      definition.name,
      DBOS.registerWorkflow((input: unknown) => executeRun(ctx, { definition, isPaused }, input), {
        name: definition.name,
      }),
    ]),
  )
  await beat(ctx.db, worker)
  await alone(options.databaseUrl, async (db) => {
    const count = await mendEngineVersion(db)
    if (count > 0) log.warn({ count }, 'the tables of the engine were half made and are made anew')
    await DBOS.launch()
  })
  await DBOS.registerQueue(queueName, {
    partitionConcurrency: runsPerClient,
    workerConcurrency: runsPerWorker,
    minPollingIntervalMs: pollMs,
    onConflict: 'always_update',
  })
  const tell = async (news: News) => {
    await ctx.db.$transaction((tx) => keepSignal(tx, news))
    await wakeRun(ctx, news.runId)
  }
  const stopWatch = keepWatch(
    { ...ctx, log },
    {
      worker,
      definitions: new Map(options.definitions.map((definition) => [definition.name, definition])),
      workflows,
      tell,
      async readSwitches() {
        switches = await readSwitches(ctx.db)
      },
    },
  )
  return {
    tell,
    async start(run) {
      const isDryRun = switches.get(switchOf(run.workflow))?.isDryRun ?? false
      await insertRun(ctx.db, { ...run, isDryRun }, ctx.clock.now())
      await startRun(workflows, { ...run, turn: run.clientName ?? '-' })
    },
    async close() {
      await stopWatch()
      await DBOS.shutdown({ deregister: true, workflowCompletionTimeoutMS: endMs })
      await forgetWorker(ctx.db, worker.id)
    },
  }
}

function configure({
  databaseUrl,
  workerId,
  logger,
}: {
  databaseUrl: string
  workerId: string
  logger: ReturnType<typeof engineLog>
}) {
  DBOS.setConfig({
    name: 'hub',
    systemDatabaseUrl: engineDatabaseUrl(databaseUrl),
    // One version for ever: runs that wait for months go on with the code of today, which asks `isPatched`.
    applicationVersion: 'hub-1',
    enablePatching: true,
    executorID: workerId,
    // Nothing here waits inside the engine: sleeping runs are woken by us.
    useListenNotify: false,
    systemDatabasePoolSize: 6,
    logger,
  })
}
