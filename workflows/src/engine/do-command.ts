import { DBOS, StatusString } from '@dbos-inc/dbos-sdk'
import type { WorkflowsContext } from '../context.ts'
import { endCommand, findCommands, type OpenCommand, reopenRun } from './commands.store.ts'
import { lastStep, rewindRun } from './rewind-run.ts'
import { endRun } from './runs.store.ts'
import { withdrawAll } from './withdraw-all.ts'

const ended: ReadonlySet<string> = new Set(['done', 'failed', 'cancelled', 'handed_over'])

/**
 * Carries out what people asked for. Each can be repeated after a crash; one that fails is tried again at the next look,
 * and only the later ones on the same run wait for it.
 */
export async function doCommands(
  ctx: WorkflowsContext,
  wake: (id: string, key: string) => Promise<void>,
): Promise<void> {
  const stuck = new Set<string>()
  for (const command of await findCommands(ctx.db)) {
    const { id, runId, kind } = command
    if (stuck.has(runId)) continue
    try {
      const problem = await doCommand(ctx, command, wake)
      await endCommand(ctx.db, id, { now: ctx.clock.now(), problem })
    } catch (err) {
      stuck.add(runId)
      ctx.log.error({ err, runId, kind }, 'what a person asked of a run was not done yet')
    }
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
  const isMine = !ended.has(state) && (await endRun(ctx.db, runId, { state: endState, now: ctx.clock.now() }))
  // All the same: perhaps a crash kept this very command from going on.
  const status = await DBOS.getWorkflowStatus(runId)
  if (status) await DBOS.cancelWorkflow(runId)
  await withdrawAll(ctx, runId, endState)
  return isMine ? null : 'ended'
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
  const from = step ?? (await lastStep(runId))
  // First: whoever begins it finds it open. A crash from here on is mended as runs are that wait to be given.
  const isMine = await reopenRun(ctx.db, { id, runId }, { step: from, now: ctx.clock.now() })
  const isOver = status.status !== StatusString.ENQUEUED && status.status !== StatusString.PENDING
  if (isMine && isOver) await rewindRun(runId, { step: from, turn })
  return null
}
