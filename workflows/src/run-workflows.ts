import type { WorkflowsEnv } from './config.ts'
import type { WorkflowsContext } from './context.ts'
import { startEngine } from './engine/start-engine.ts'
import { supportWorkflow } from './support/support-workflow.ts'
import { watchTickets } from './support/watch/watch-tickets.ts'

/**
 * Starts the durable workflows and what gives them their work.
 * @returns a function that stops the watches first, then the engine after the steps in hand
 */
export async function runWorkflows(
  ctx: WorkflowsContext,
  config: WorkflowsEnv,
): Promise<() => Promise<void>> {
  const { SUPPORT_ESCALATION_TECHNICIAN: technician, SUPPORT_ESCALATION_GROUP: group } = config
  const engine = await startEngine(ctx, {
    databaseUrl: config.DATABASE_URL,
    definitions: [supportWorkflow(ctx, { technician, group })],
  })
  const watches = [watchTickets(ctx, engine, config.SUPPORT_POLL_SECONDS * 1_000)]
  return async () => {
    await Promise.all(watches.map((stop) => stop()))
    await engine.close()
  }
}
