import { z } from 'zod'
import { StepFailed } from '../../engine/attempt.ts'
import { defineWorkflow, type WorkflowDefinition } from '../../engine/definition.ts'
import { mailWorkflow } from './keep-standing.store.ts'

const Input = z.object({
  client: z.string(),
  subject: z.string(),
  body: z.string(),
  ticketId: z.number().int().nullable(),
})

/** One mail of an incident to one client, which a person reads first. Its incident goes on meanwhile. */
export const mailDefinition: WorkflowDefinition = defineWorkflow({
  name: mailWorkflow,
  input: Input,
  async body(run, { client, subject, body, ticketId }) {
    const idempotencyKey = run.id
    const args = { client, subject, body, idempotencyKey, ...(ticketId !== null && { ticketId }) }
    try {
      const { state } = await run.act('mail', { tool: 'mail_notify_client', arguments: args })
      return { phase: state, facts: { outcome: state } }
    } catch (err) {
      // A client without an address is no reason to stop: the ticket says the same.
      if (!(err instanceof StepFailed)) throw err
      const { reason, message } = err.failure
      return { phase: 'refused', facts: { outcome: 'refused', reason, message } }
    }
  },
})
