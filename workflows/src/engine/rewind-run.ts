import { DBOS, StatusString } from '@dbos-inc/dbos-sdk'
import { queueName } from './wake-run.ts'

/** What the engine says of a run that it does not begin again by being asked to go on. */
export const overThere: ReadonlySet<string> = new Set([
  StatusString.SUCCESS,
  StatusString.ERROR,
  StatusString.MAX_RECOVERY_ATTEMPTS_EXCEEDED,
])

/** Lets a run that is over in the engine go on there; its records from `step` on are gone. */
export async function rewindRun(id: string, { step, turn }: { step: number; turn: string }): Promise<void> {
  await DBOS.rewindWorkflow(id, { startStep: step, queueName, queuePartitionKey: turn })
}

/** Where a failed run failed: its last step, or the one before its end, which earlier versions recorded. */
export async function lastStep(id: string): Promise<number> {
  const steps = (await DBOS.listWorkflowSteps(id)) ?? []
  const isEnd = steps.at(-1)?.name === 'end'
  const last = steps.at(isEnd ? -2 : -1)
  return last?.functionID ?? 0
}
