import type { WorkflowsContext } from '../context.ts'
import type { Engine } from '../engine/start-engine.ts'
import { createWork } from '../safeguard/work.ts'
import { hasWork } from './desk/board.store.ts'
import type { Board } from './desk/board.ts'
import { closeOrphans } from './desk/close-orphans.store.ts'
import { handleAlerts } from './desk/handle-alerts.ts'
import type { SentinelOptions } from './sentinel-options.ts'
import { topologyFor } from './topology/topology-for.ts'

const lookMs = 1_000
const lookWideMs = 60_000

/**
 * Decides about notifications as they come, in their order: one worker at a time, whichever looks first. What was
 * decided by a worker that died starts its runs all the same.
 * @returns a function that stops it after the work in hand
 */
export function watchAlerts(
  ctx: WorkflowsContext,
  { engine, options }: { engine: Engine; options: SentinelOptions },
): () => Promise<void> {
  const work = createWork((err, part) => ctx.log.error({ err, part }, 'sentinel work failed'))
  let board: Board | null = null
  let isStopping = false
  const handleOnce = async (): Promise<boolean> => {
    if (!(await hasWork(ctx.db, ctx.clock.now()))) return false
    const topology = await topologyFor(ctx, options)
    // Another worker reads it for the first time.
    if (topology === null) return false
    const before = board
    // Only a look that is committed may be built upon.
    board = null
    const handled = await handleAlerts(ctx, { topology, before })
    if (handled === null) return false
    board = handled.board
    for (const run of handled.runs) await engine.start(run)
    for (const news of handled.news) await engine.tell(news)
    return handled.isMore
  }
  const handle = async () => {
    while (!isStopping && (await handleOnce()));
  }
  const look = () => work.run('alerts', handle)
  const lookWide = () => {
    work.run('orphans', () => closeOrphans(ctx.db, ctx.clock.now()))
    work.run('topology', () => topologyFor(ctx, options))
  }
  const timers = [setInterval(look, lookMs), setInterval(lookWide, lookWideMs)]
  look()
  return async () => {
    isStopping = true
    for (const timer of timers) clearInterval(timer)
    await work.stop()
  }
}
