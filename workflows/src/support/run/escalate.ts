import { glpiAddFollowup, glpiAssignTicket } from '@hub/contracts'
import type { RunNote } from '../../engine/run-note.ts'
import type { Reason } from '../ticket.ts'
import type { Desk } from './desk.ts'
import { write } from './write.ts'

/** Hands a ticket to people: a private followup says why, and it is assigned where somebody is configured. */
export async function escalate(desk: Desk, reasons: readonly Reason[]): Promise<RunNote> {
  await tellTechnicians(desk, { name: 'escalation', text: escalationText(reasons) })
  await assign(desk)
  return { phase: 'escalated', autoResolved: false, facts: { escalated: [...reasons] } }
}

/** A private followup, once per ticket and name. */
export async function tellTechnicians(
  desk: Desk,
  { name, text }: { name: string; text: string },
): Promise<void> {
  await write(desk, `private followup: ${name}`, {
    tool: glpiAddFollowup.name,
    arguments: {
      ticketId: desk.ticketId,
      content: text.slice(0, 20_000),
      isPrivate: true,
      idempotencyKey: `support.${desk.ticketId}.${name}`,
    },
  })
}

/** Gives the ticket to who is configured for it. */
export async function assign(desk: Desk): Promise<void> {
  const { technician, group } = desk.settings
  if (technician === undefined && group === undefined) return
  await write(desk, 'assign', {
    tool: glpiAssignTicket.name,
    arguments: {
      ticketId: desk.ticketId,
      ...(technician !== undefined && { technician }),
      ...(group !== undefined && { group }),
    },
  })
}

function escalationText(reasons: readonly Reason[]): string {
  const lines = reasons.map(({ fr }) => `- ${fr}`)
  return ['SUPPORT : ce ticket demande un technicien.', ...lines].join('\n')
}
