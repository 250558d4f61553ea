import type { WorkflowsContext } from '../context.ts'
import { createWork } from '../safeguard/work.ts'
import { doCommands } from './do-command.ts'
import { type Definitions, mendLost } from './mend-lost.ts'
import { findDue } from './runs.store.ts'
import type { News } from './signals.store.ts'
import { type RegisteredWorkflows, startQueued } from './start-queued.ts'
import { findResumed } from './switches.store.ts'
import { beatMs, takeOver } from './take-over.ts'
import { newsOf, untoldDecisions } from './tell-decisions.ts'
import { wakeRun } from './wake-run.ts'
import { withdrawAbandoned } from './withdraw-all.ts'
import { beat } from './workers.store.ts'

/** How often a worker looks for sleepers whose time has come and for what people asked, in milliseconds. */
const lookMs = 1_000
const dueAtOnce = 500

export interface Watched {
  worker: { id: string; host: string }
  definitions: Definitions
  workflows: RegisteredWorkflows
  tell(news: News): Promise<void>
  readSwitches(): Promise<void>
}

/**
 * What a worker does beside its runs: wakes who is due, tells decisions, carries out commands, takes over from the dead.
 * All of it by looking, so that nothing depends on the bus, which only makes it faster.
 * @returns a function that stops it after the work in hand
 */
export function keepWatch(ctx: WorkflowsContext, watched: Watched): () => Promise<void> {
  const { worker, definitions, workflows, tell } = watched
  const work = createWork((err, name) => ctx.log.error({ err, part: name }, 'workflow work failed'))
  const wake = async (ids: readonly string[]) => {
    for (const id of ids) await wakeRun(ctx, id)
  }
  const retry = (runId: string, key: string) => tell({ runId, topic: 'retry', key, body: {} })
  const look = () => {
    work.run('switches', watched.readSwitches)
    work.run('due', async () => wake((await findDue(ctx.db, ctx.clock.now(), dueAtOnce)).map(({ id }) => id)))
    work.run('resumed', async () => wake(await findResumed(ctx.db)))
    work.run('queued', () => startQueued(ctx, workflows))
    work.run('commands', () => doCommands(ctx, retry))
  }
  const lookWide = () => {
    work.run('beat', () => beat(ctx.db, worker))
    work.run('decisions', async () => {
      for (const news of await untoldDecisions(ctx.db)) await tell(news)
    })
    work.run('take-over', async () => {
      const count = await takeOver(ctx)
      if (count > 0) ctx.log.warn({ count }, 'runs of a dead worker go on')
    })
    work.run('abandoned', async () => {
      const count = await withdrawAbandoned(ctx)
      if (count > 0) ctx.log.warn({ count }, 'requests of runs that people took out of hands are taken back')
    })
    work.run('lost', async () => {
      const count = await mendLost(ctx, definitions)
      if (count > 0) ctx.log.warn({ count }, 'runs that the engine had given up are mended')
    })
  }
  const timers = [setInterval(look, lookMs), setInterval(lookWide, beatMs)]
  const end = ctx.bus.subscribe({
    onEvent: (event) =>
      work.run(`event ${event.id}`, async () => {
        const news = await newsOf(ctx.db, event)
        if (news) await tell(news)
      }),
    onResync: lookWide,
  })
  return async () => {
    end()
    for (const timer of timers) clearInterval(timer)
    await work.stop()
  }
}
