import type { ActionTarget } from '@hub/contracts'
import { canonicalHash } from './canonical.ts'

/** Everything a decision is bound to (DESIGN section 5). */
export interface ActionIdentity {
  toolName: string
  toolVersion: string
  arguments: Record<string, unknown>
  target: ActionTarget
  requesterKey: string
  ticketId: number | null
  conversationId: string | null
  policyVersion: string
  /** The request whose effect the action takes back. */
  undoOf: string | null
}

/**
 * @returns the digest that every decision names: another tool, argument, target, requester, policy or effect to take
 *   back gives another
 */
export function actionDigest(action: ActionIdentity): string {
  const { system, kind, id } = action.target
  return canonicalHash({
    tool: action.toolName,
    toolVersion: action.toolVersion,
    arguments: action.arguments,
    target: { system, kind, id },
    requester: action.requesterKey,
    context: { ticketId: action.ticketId, conversationId: action.conversationId },
    policyVersion: action.policyVersion,
    // Only when there is one: digests of what takes nothing back stay what they were.
    ...(action.undoOf !== null && { undoOf: action.undoOf }),
  })
}
