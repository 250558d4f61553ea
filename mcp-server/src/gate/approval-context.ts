import { type ActionTarget, AppError, type ApprovalContext, type LocalizedText } from '@hub/contracts'
import { type TicketParties, ticketEvidence } from './ticket-evidence.ts'
import type { ToolCall } from './tool-call.ts'

/** The ticket a call names, as the approver needs it. */
export interface TicketFacts extends TicketParties {
  id: number
  title: string
  text: string
}

export type ReadTicket = (ticketId: number, signal: AbortSignal) => Promise<TicketFacts>

const maxDescription = 4_000

/**
 * Reads why the request exists. A ticket that cannot be read is said as evidence, it does not stop the request:
 * the approver sees that the link is not confirmed.
 */
export async function readApprovalContext(
  call: ToolCall,
  read: {
    args: Record<string, unknown>
    target: ActionTarget
    evidence: LocalizedText[]
    readTicket: ReadTicket
  },
): Promise<ApprovalContext> {
  const { actor, conversationId } = call.caller
  const { clientName } = read.target.attributes
  const ticketId = typeof read.args.ticketId === 'number' ? read.args.ticketId : null
  const ticket = ticketId === null ? null : await tryReadTicket(ticketId, call.signal, read.readTicket)
  const facts = ticket?.facts
  return {
    ticketId,
    ticketTitle: facts?.title ?? null,
    ticketDescription: facts?.text.slice(0, maxDescription) ?? null,
    clientName: facts?.clientName ?? (typeof clientName === 'string' ? clientName : null),
    conversationId: conversationId ?? null,
    workflow: actor.type === 'workflow' ? actor.name : null,
    confidence: null,
    evidence: [
      ...read.evidence,
      ...(ticket?.problem ? [ticket.problem] : []),
      ...(facts ? ticketEvidence(facts, read.target) : []),
    ],
  }
}

async function tryReadTicket(id: number, signal: AbortSignal, readTicket: ReadTicket) {
  try {
    return { facts: await readTicket(id, signal), problem: null }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const problem =
      error.code === 'NOT_FOUND'
        ? { fr: `Le ticket n° ${id} n’existe pas dans GLPI.`, en: `Ticket #${id} does not exist in GLPI.` }
        : { fr: `Le ticket n° ${id} n’a pas pu être lu.`, en: `Ticket #${id} could not be read.` }
    return { facts: null, problem }
  }
}
