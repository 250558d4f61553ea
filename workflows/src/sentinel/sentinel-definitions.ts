import type { WorkflowsContext } from '../context.ts'
import type { WorkflowDefinition } from '../engine/definition.ts'
import { incidentDefinition } from './incident/incident.workflow.ts'
import { mailDefinition } from './incident/mail.workflow.ts'
import type { SentinelOptions } from './sentinel-options.ts'

/** The workflows of SENTINEL, for the engine: an incident, and one mail of it. */
export function sentinelDefinitions(ctx: WorkflowsContext, options: SentinelOptions): WorkflowDefinition[] {
  return [incidentDefinition(ctx, options), mailDefinition(ctx)]
}
