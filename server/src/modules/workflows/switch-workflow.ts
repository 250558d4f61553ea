import {
  type Actor,
  type SetWorkflowSwitch,
  type WorkflowName,
  type WorkflowSwitch,
  workflowNames,
} from '@hub/contracts'
import type { Db } from '@hub/prisma'
import { inTransaction } from '@hub/safeguard'
import type { ServerContext } from '../../context.ts'
import { findSwitches, type SwitchRow, saveSwitch } from './switches.store.ts'

/** How every workflow is switched. */
export async function listSwitches(db: Db): Promise<WorkflowSwitch[]> {
  const rows = new Map((await findSwitches(db)).map((row) => [row.workflow, row]))
  return workflowNames.map((name) => presentSwitch(name, rows.get(name)))
}

/** Pauses a workflow or lets it go on; makes it a trial or earnest. On the record. */
export async function switchWorkflow(
  ctx: ServerContext,
  {
    workflow,
    actor,
    userId,
    input,
  }: { workflow: WorkflowName; actor: Actor; userId: string; input: SetWorkflowSwitch },
): Promise<WorkflowSwitch> {
  return inTransaction(ctx, async (change) => {
    await change.audit({
      actor,
      action: 'workflow.switch',
      subjectType: 'workflow',
      subjectId: workflow,
      details: { ...input },
    })
    return presentSwitch(
      workflow,
      await saveSwitch(change.tx, { workflow, userId, now: change.now, ...input }),
    )
  })
}

function presentSwitch(workflow: WorkflowName, row: SwitchRow | undefined): WorkflowSwitch {
  return {
    workflow,
    isPaused: row?.isPaused ?? false,
    isDryRun: row?.isDryRun ?? false,
    changedBy: row?.user?.displayName ?? null,
    changedAt: row?.changedAt.toISOString() ?? null,
  }
}
