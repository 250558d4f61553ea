import { z } from 'zod'
import type { WorkflowsContext } from '../context.ts'
import { defineWorkflow, type WorkflowDefinition } from '../engine/definition.ts'
import type { SupportSettings } from './run/desk.ts'
import { handleTicket } from './run/handle-ticket.ts'
import { ticketProcessed } from './ticket-event.ts'

/** The workflow `support`: one run per ticket, `support:<number>`. */
export function supportWorkflow(ctx: WorkflowsContext, settings: SupportSettings): WorkflowDefinition {
  return defineWorkflow({
    name: 'support',
    input: z.object({ ticketId: z.number().int().positive() }),
    body: (run, { ticketId }) => handleTicket({ ctx, run, settings, ticketId, heard: new Set(), made: [] }),
    events: ticketProcessed,
  })
}
