import { DBOS } from '@dbos-inc/dbos-sdk'
import { inTransaction } from '@hub/safeguard'
import type { WorkflowsContext } from '../context.ts'
import { outside } from './outside.ts'
import { parkedRun } from './run-error.ts'
import { parkRun, readColumns } from './runs.store.ts'
import { hasSignal } from './signals.store.ts'
import { needsPerson, Parked, type Wait } from './wait.ts'
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
  const isAsleep = await fallAsleep(ctx, id, { wait, number })
  if (!isAsleep) {
    if (await isNews()) return
    throw new Parked(`${id} was ended`)
  }
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
  await fallAsleep(ctx, id, { wait, number: -1 })
  await outside(() => DBOS.cancelWorkflow(id))
  throw new Parked(`${id} rests while its workflow is paused`)
}

/** Puts a run to sleep, and tells it where only a person can wake it. @returns false when there is news already */
async function fallAsleep(
  ctx: WorkflowsContext,
  id: string,
  { wait, number }: { wait: Wait; number: number },
): Promise<boolean> {
  const now = ctx.clock.now()
  if (!needsPerson(wait)) return ctx.db.$transaction((tx) => parkRun(tx, id, { wait, number, now }))
  return inTransaction(ctx, async ({ tx, emit }) => {
    const isAsleep = await parkRun(tx, id, { wait, number, now })
    if (isAsleep) emit('workflow:error', parkedRun(await readColumns(tx, id), wait.reason))
    return isAsleep
  })
}
