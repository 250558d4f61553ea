import { NotFoundError, type Policy } from '@hub/contracts'
import type { EffectTool, ToolContext } from '../tools/define-tool.ts'
import type { GateContext } from './context.ts'

/**
 * The client of the ticket that a call names, when a rule wants to know clients. No such ticket is no client; a
 * ticket that cannot be read stops the call, because the rule cannot be weighed.
 * @throws UpstreamError
 */
export async function readTicketClient(
  gate: GateContext,
  policy: Policy,
  { tool, args, ctx }: { tool: EffectTool; args: Record<string, unknown>; ctx: ToolContext },
): Promise<string | null> {
  const { ticketId } = args
  const isWanted = policy.rules.some(
    ({ when }) => when.clients && (when.tools?.includes(tool.descriptor.name) ?? true),
  )
  if (!isWanted || typeof ticketId !== 'number') return null
  try {
    return (await gate.readTicket(ticketId, ctx.signal)).clientName
  } catch (error) {
    if (error instanceof NotFoundError) return null
    throw error
  }
}
