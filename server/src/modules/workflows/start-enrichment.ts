import { type Actor, ConflictError, type StartedWorkflowRun } from '@hub/contracts'
import { inTransaction } from '@hub/safeguard'
import type { ServerContext } from '../../context.ts'
import { hasOpenRun, insertRun } from './runs.store.ts'

const workflow = 'enrichisseur'

/**
 * Asks for a run of the ENRICHISSEUR now, on the record.
 * @throws ConflictError `run.enriching` when one has not ended
 */
export async function startEnrichment(ctx: ServerContext, actor: Actor): Promise<StartedWorkflowRun> {
  return inTransaction(ctx, async (change) => {
    const { tx, now } = change
    const id = `${workflow}:${now.toISOString()}`
    // The writers of the audit take their turns: of two who ask at once one sees the other.
    await change.audit({
      actor,
      action: 'workflow.start',
      subjectType: 'workflow_run',
      subjectId: id,
      details: { workflow },
    })
    if (await hasOpenRun(tx, workflow))
      throw new ConflictError('An enrichment has not ended', { reason: 'run.enriching' })
    const title = `Enrichissement du ${now.toISOString().slice(0, 10)}`
    await insertRun(tx, { id, workflow, title, input: { trigger: 'manual' }, at: now })
    return { id }
  })
}
