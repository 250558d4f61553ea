import { randomUUID } from 'node:crypto'
import { type ActorAssertion, Approval, type UserActor } from '@hub/contracts'
import { mcpTools, type ToolAnswer } from '@hub/kernel'
import type { ApiClient } from './api-client.ts'
import type { TestHub } from './start-test-hub.ts'

/** Calls one tool as the Hub's processes do: in the name of `assertion.actor`. */
export async function callTool(
  hub: TestHub,
  assertion: ActorAssertion,
  call: { name: string; arguments: unknown },
): Promise<ToolAnswer> {
  const open = mcpTools({ url: hub.mcpUrl, assertionSecret: String(hub.env.MCP_ASSERTION_SECRET) })
  const session = await open(assertion)
  try {
    return await session.call({ ...call, callId: randomUUID(), signal: AbortSignal.timeout(15_000) })
  } finally {
    await session.close()
  }
}

/** A user of the Hub as an actor. */
export async function actorOf(hub: TestHub, login: string): Promise<UserActor> {
  const row = await hub.db.user.findUniqueOrThrow({ where: { login } })
  const accreditation = row.accreditation as UserActor['accreditation']
  return { type: 'user', userId: row.id, login, displayName: row.displayName, accreditation }
}

/** Asks, in the name of a user, for the reset of a password. @returns the open request as `reader` sees it */
export async function askReset(
  hub: TestHub,
  asked: { login: string; by: string; reader: ApiClient; ticketId?: number },
): Promise<Approval> {
  const { login, ticketId } = asked
  const answer = await callTool(
    hub,
    { actor: await actorOf(hub, asked.by), locale: 'fr' },
    { name: 'ad_reset_password', arguments: { login, ...(ticketId ? { ticketId } : {}) } },
  )
  const approvalId = 'outcome' in answer ? answer.outcome.approval?.approvalId : undefined
  if (!approvalId) throw new Error(`no request: ${JSON.stringify(answer)}`)
  return Approval.parse((await asked.reader.get(`/api/safeguard/${approvalId}`)).body)
}
