import { type Actor, ConflictError, NotFoundError, type RunCommand, type SteerRun } from '@hub/contracts'
import { inTransaction } from '@hub/safeguard'
import type { ServerContext } from '../../context.ts'
import { presentCommand } from './present-run.ts'
import { hasOpenCommand, insertCommand, readRun } from './runs.store.ts'

const ended: ReadonlySet<string> = new Set(['done', 'failed', 'cancelled', 'handed_over'])

/**
 * Notes what a person wants done with a run, on the record; a worker does it within seconds.
 * @throws NotFoundError for no such run; ConflictError when it makes no sense in its state, or something is asked already
 */
export async function steerRun(
  ctx: ServerContext,
  { id, actor, userId, input }: { id: string; actor: Actor; userId: string; input: SteerRun },
): Promise<RunCommand> {
  return inTransaction(ctx, async (change) => {
    const { tx, now } = change
    if (await hasOpenCommand(tx, id))
      throw new ConflictError('Something is asked already', { reason: 'run.busy' })
    const run = await readRun(tx, id)
    if (!run) throw new NotFoundError('No such run', { reason: 'run.unknown' })
    assertPossible(run.state, input)
    await change.audit({
      actor,
      action: `workflow.${input.kind}`,
      subjectType: 'workflow_run',
      subjectId: id,
      details: {
        workflow: run.workflow,
        state: run.state,
        ...(input.step !== undefined && { step: input.step }),
        ...(input.reason !== undefined && { reason: input.reason }),
      },
    })
    return presentCommand(await insertCommand(tx, { runId: id, userId, at: now, ...input }))
  })
}

function assertPossible(state: string, { kind, step }: SteerRun): void {
  const isEnded = ended.has(state)
  if (kind !== 'retry' && isEnded) throw new ConflictError('The run has ended', { reason: 'run.ended' })
  if (kind !== 'retry') return
  // A run that goes on by itself needs no push; one step of a run at work cannot be repeated under it.
  const canRetry = step === undefined ? isEnded || state === 'parked' || state === 'waiting' : isEnded
  if (!canRetry) throw new ConflictError('The run is at work', { reason: 'run.at_work' })
}
