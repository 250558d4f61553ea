import { DBOS, StatusString } from '@dbos-inc/dbos-sdk'
import type { WorkflowsContext } from '../context.ts'
import { endCommand, findCommands, type OpenCommand, reopenRun } from './commands.store.ts'
import { endRun } from './runs.store.ts'
import { queueName } from './wake-run.ts'
import { withdrawAll } from './withdraw-all.ts'

const ended: ReadonlySet<string> = new Set(['done', 'failed', 'cancelled', 'handed_over'])

const lostReasons = {
  cancelled: {
    fr: 'L’exécution qui a fait cette demande a été annulée.',
    en: 'The run that asked for this was cancelled.',
  },
  handed_over: {
    fr: 'L’exécution qui a fait cette demande a été confiée à une personne.',
    en: 'The run that asked for this was handed to a person.',
  },
}

/** Carries out what people asked for. Each can be repeated after a crash. */
export async function doCommands(
  ctx: WorkflowsContext,
  wake: (id: string, key: string) => Promise<void>,
): Promise<void> {
  for (const command of await findCommands(ctx.db)) {
    const problem = await doCommand(ctx, command, wake)
    await endCommand(ctx.db, command.id, { now: ctx.clock.now(), problem })
  }
}

/** @returns why it could not be done, null when it is */
async function doCommand(
  ctx: WorkflowsContext,
  command: OpenCommand,
  wake: (id: string, key: string) => Promise<void>,
): Promise<string | null> {
  const { runId, kind, state } = command
  if (kind === 'retry') return retry(ctx, command, wake)
  const endState = kind === 'cancel' ? 'cancelled' : 'handed_over'
  const isEnded = ended.has(state)
  if (isEnded || !(await endRun(ctx.db, runId, { state: endState, now: ctx.clock.now() }))) {
    // Perhaps a crash kept this very command from going on.
    await withdrawAll(ctx, runId, lostReasons[endState])
    return 'ended'
  }
  await withdrawAll(ctx, runId, lostReasons[endState])
  const status = await DBOS.getWorkflowStatus(runId)
  if (status) await DBOS.cancelWorkflow(runId)
  return null
}

/** A run that rests is woken; one that has ended goes on from the step that is named, or from where it failed. */
async function retry(
  ctx: WorkflowsContext,
  { id, runId, step, state, turn }: OpenCommand,
  wake: (id: string, key: string) => Promise<void>,
): Promise<string | null> {
  if (!ended.has(state)) {
    if (step !== null) return 'running'
    await wake(runId, id)
    return null
  }
  const status = await DBOS.getWorkflowStatus(runId)
  if (!status) return 'never_begun'
  const startStep = step ?? (await lastSteps(runId))
  const now = ctx.clock.now()
  if (status.status !== StatusString.ENQUEUED && status.status !== StatusString.PENDING)
    await DBOS.rewindWorkflow(runId, { startStep, queueName, queuePartitionKey: turn })
  await reopenRun(ctx.db, runId, { step: startStep, now })
  return null
}

/** Where a failed run failed: its last step, or the one before its end, which earlier versions recorded. */
async function lastSteps(runId: string): Promise<number> {
  const steps = (await DBOS.listWorkflowSteps(runId)) ?? []
  const isEnd = steps.at(-1)?.name === 'end'
  const last = steps.at(isEnd ? -2 : -1)
  return last?.functionID ?? 0
}
