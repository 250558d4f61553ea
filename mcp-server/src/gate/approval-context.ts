import { AppError, type ApprovalContext, type LocalizedText } from '@hub/contracts'
import type { ToolCall } from './tool-call.ts'

/** The ticket a call names, as the approver needs it. */
export interface TicketFacts {
  id: number
  title: string
  text: string
  clientName: string | null
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
    clientName: unknown
    evidence: LocalizedText[]
    readTicket: ReadTicket
  },
): Promise<ApprovalContext> {
  const { actor, conversationId } = call.caller
  const ticketId = typeof read.args.ticketId === 'number' ? read.args.ticketId : null
  const ticket = ticketId === null ? null : await tryReadTicket(ticketId, call.signal, read.readTicket)
  const targetClient = typeof read.clientName === 'string' ? read.clientName : null
  return {
    ticketId,
    ticketTitle: ticket?.facts?.title ?? null,
    ticketDescription: ticket?.facts?.text.slice(0, maxDescription) ?? null,
    clientName: ticket?.facts?.clientName ?? targetClient,
    conversationId: conversationId ?? null,
    workflow: actor.type === 'workflow' ? actor.name : null,
    confidence: null,
    evidence: [
      ...read.evidence,
      ...(ticket?.problem ? [ticket.problem] : []),
      ...clientMismatch(ticket?.facts?.clientName ?? null, targetClient),
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

function clientMismatch(ofTicket: string | null, ofTarget: string | null): LocalizedText[] {
  if (!ofTicket || !ofTarget || isSameClient(ofTicket, ofTarget)) return []
  return [
    {
      fr: `Attention : le ticket est de ${ofTicket}, la cible de ${ofTarget}.`,
      en: `Careful: the ticket is from ${ofTicket}, the target from ${ofTarget}.`,
    },
  ]
}

function isSameClient(a: string, b: string): boolean {
  const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
  return fold(a).includes(fold(b)) || fold(b).includes(fold(a))
}
