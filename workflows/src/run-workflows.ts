import type { WorkflowsEnv } from './config.ts'
import type { WorkflowsContext } from './context.ts'
import { startEngine } from './engine/start-engine.ts'
import { enrichisseurWorkflow, watchNights } from './enrichisseur/index.ts'
import { sentinelDefinitions, sentinelOptions, watchAlerts } from './sentinel/index.ts'
import { createTicketModel } from './support/model/create-ticket-model.ts'
import { supportWorkflow } from './support/support-workflow.ts'
import { watchTickets } from './support/watch/watch-tickets.ts'

/**
 * Starts the durable workflows and what gives them their work: new tickets, alerts, and the nights.
 * @returns a function that stops the watches first, then the engine after the steps in hand
 */
export async function runWorkflows(
  ctx: WorkflowsContext,
  config: WorkflowsEnv,
): Promise<() => Promise<void>> {
  const { SUPPORT_ESCALATION_TECHNICIAN: technician, SUPPORT_ESCALATION_GROUP: group } = config
  const options = sentinelOptions(config)
  const engine = await startEngine(ctx, {
    databaseUrl: config.DATABASE_URL,
    definitions: [
      supportWorkflow(ctx, { technician, group, model: createTicketModel(config) }),
      ...sentinelDefinitions(ctx, options),
      enrichisseurWorkflow(ctx),
    ],
  })
  const watches = [
    watchTickets(ctx, engine, config.SUPPORT_POLL_SECONDS * 1_000),
    watchAlerts(ctx, { engine, options }),
    watchNights(ctx, engine.start, { at: config.ENRICHISSEUR_AT, timeZone: config.ENRICHISSEUR_TIME_ZONE }),
  ]
  return async () => {
    await Promise.all(watches.map((stop) => stop()))
    await engine.close()
  }
}
