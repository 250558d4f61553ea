import { z } from 'zod'
import { DependencyHealth } from './health.ts'

/** What a ticket asks for, as SUPPORT classifies it. */
export const SupportCategory = z.enum(['RESET_MDP', 'DEBLOCAGE', '#DIAG', 'AUTRE'])
/** Whose fault an outage is, as SENTINEL judges it. */
export const OutageVerdict = z.enum(['FAI', 'LOCAL', 'WIDIP', 'INDETERMINE'])

const ofRun = {
  runId: z.string(),
  ticketId: z.number().int().nullable(),
  client: z.string().nullable(),
  phase: z.string().nullable(),
}

/** `workflow:ticket_processed`: SUPPORT has done with a ticket. Not told of a trial. */
export const TicketProcessed = z.strictObject({
  ...ofRun,
  category: SupportCategory.nullable(),
  confidence: z.number().nullable(),
  durationMs: z.number().int(),
  autoResolved: z.boolean(),
})
export type TicketProcessed = z.infer<typeof TicketProcessed>

/** `workflow:alert_detected`: an incident of SENTINEL is opened, stands otherwise than before, or is over. */
export const AlertDetected = z.strictObject({
  ...ofRun,
  incidentId: z.string(),
  /** All who are hit; `client` is the first of them. */
  clients: z.array(z.string()),
  device: z.string().nullable(),
  /** Null until it was judged. */
  verdict: OutageVerdict.nullable(),
  confidence: z.number().nullable(),
  /** Since the first notification. */
  durationMs: z.number().int(),
  /** Null until the run has ended: whether the ticket was closed without a technician. */
  autoResolved: z.boolean().nullable(),
})
export type AlertDetected = z.infer<typeof AlertDetected>

/** `workflow:error`: a run of any workflow has failed, or rests until a person lets it try again. */
export const WorkflowError = z.strictObject({
  ...ofRun,
  workflow: z.string(),
  state: z.enum(['failed', 'parked']),
  /** Where; null for a fault between two steps. */
  step: z.string().nullable(),
  /** Key of the sentence that says why. */
  reason: z.string().nullable(),
  isDryRun: z.boolean(),
})
export type WorkflowError = z.infer<typeof WorkflowError>

/** `workflow:health_change`: something that the Hub depends on is in another state. */
export const HealthChange = z.strictObject({
  name: DependencyHealth.shape.name,
  from: DependencyHealth.shape.state,
  to: DependencyHealth.shape.state,
  detail: z.string().nullable(),
  latencyMs: z.number().nullable(),
  since: z.iso.datetime(),
})
export type HealthChange = z.infer<typeof HealthChange>
