import { DBOS } from '@dbos-inc/dbos-sdk'
import type { WorkflowsContext } from '../context.ts'
import { outside } from './outside.ts'
import { parkRun } from './runs.store.ts'
import { hasSignal } from './signals.store.ts'
import { Parked, type Wait } from './wait.ts'
import { wakeRun } from './wake-run.ts'

/**
 * Ends the execution of a run that has nothing to do: it costs nothing until it is woken, and then begins again from
 * its recorded steps. Comes back when there is news, or the time has come.
 * @throws Parked otherwise
 */
export async function park(
  ctx: WorkflowsContext,
  id: string,
  { wait, number }: { wait: Wait; number: number },
): Promise<void> {
  const { topics, until } = wait
  const isNews = () => hasSignal(ctx.db, { runId: id, number, topics })
  if (until !== null && until <= ctx.clock.now()) return
  if (await isNews()) return
  const isAsleep = await parkRun(ctx.db, id, { wait, number, now: ctx.clock.now() })
  if (!isAsleep) return
  await outside(() => DBOS.cancelWorkflow(id))
  // News that came after it was asleep and before it was out of the engine has woken nobody.
  if (await isNews()) await wakeRun(ctx, id)
  throw new Parked(`${id} waits for ${wait.name}`)
}

/**
 * Ends the execution of a run whose workflow is paused; it begins again once that is over.
 * @throws Parked
 */
export async function holdWhilePaused(ctx: WorkflowsContext, id: string): Promise<never> {
  const wait: Wait = { name: 'paused', reason: { kind: 'paused' }, topics: [], until: null }
  await parkRun(ctx.db, id, { wait, number: -1, now: ctx.clock.now() })
  await outside(() => DBOS.cancelWorkflow(id))
  throw new Parked(`${id} rests while its workflow is paused`)
}
