import type { AskGrantInput, UserActor } from '@hub/contracts'
import type { ActionRequest } from '../src/approvals/request-approval.ts'
import type { OpenGate } from './open-gate.ts'

export const dayMs = 24 * 3_600_000
export const clientName = 'EHPAD Les Jardins'

export function daysFromNow(gate: OpenGate, days: number): string {
  return new Date(gate.ctx.clock.now().getTime() + days * dayMs).toISOString()
}

/** A grant for password resets of one person at one client. */
export function grantInput(
  gate: OpenGate,
  grantee: UserActor,
  change: Partial<AskGrantInput> = {},
): AskGrantInput {
  return {
    scope: {
      toolName: 'ad_reset_password',
      requester: `user:${grantee.userId}`,
      arguments: { unlock: true },
      target: { clientName },
      targetIds: [],
    },
    reason: 'Move of the whole site this week',
    maxUses: 3,
    expiresAt: daysFromNow(gate, 7),
    ...change,
  }
}

/** The same person through an API key of theirs. */
export function asClient(requester: ActionRequest['requester']): ActionRequest['requester'] {
  if (requester.type !== 'user') throw new Error('a person')
  const { userId, displayName } = requester
  return {
    type: 'mcp-client',
    clientId: 'api-key',
    name: 'MCP',
    accreditation: 'N1',
    owner: { userId, displayName },
  }
}
