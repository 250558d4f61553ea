import type { UserActor } from '@hub/contracts'
import { approveRequest } from '../../src/approvals/approve-request.ts'
import { cancelRequest } from '../../src/approvals/cancel-request.ts'
import { type ActionAtHand, consumeApproval } from '../../src/approvals/consume-approval.ts'
import { expireDue } from '../../src/approvals/expire-due.ts'
import { recordOutcome } from '../../src/approvals/record-outcome.ts'
import { rejectRequest } from '../../src/approvals/reject-request.ts'
import { type ActionRequest, requestApproval } from '../../src/approvals/request-approval.ts'
import type { SafeguardContext } from '../../src/context.ts'
import { askGrant } from '../../src/grants/ask-grant.ts'
import { decideGrant } from '../../src/grants/decide-grant.ts'
import { seePreview } from '../../src/views/see-preview.ts'
import { type OpenGate, resetOf } from '../../tests/open-gate.ts'
import { type Level, type Place, type Role, roles } from './cells.ts'
import type { Cast } from './people.ts'

export const reason = 'identity checked by phone'
export const told = { fr: 'Fait.', en: 'Done.' }

/** One request in one place, and all that the events need to know of it. */
export interface Made {
  id: string
  digest: string
  request: ActionRequest
  action: ActionAtHand
  grantId: string
}

/** Brings a fresh request to `place` with the verbs themselves. */
export async function makeRequest(
  gate: OpenGate,
  cast: Cast,
  { level, place }: { level: Level; place: Place },
): Promise<Made> {
  const isOver = place === 'overdue' || place === 'expired'
  const ctx = isOver ? hoursAgo(gate.ctx, 2) : gate.ctx
  const request = resetOf({ level, requester: cast.user('requester') })
  const { id, digest } = await requestApproval(ctx, request)
  const { toolName, toolVersion, target, policyVersion } = request
  const action: ActionAtHand = {
    ...{ approvalId: id, toolName, toolVersion, arguments: request.arguments, target, policyVersion },
    executor: cast.of.executor,
  }
  const made = { id, digest, request, action, grantId: await giveGrant(ctx, cast, request) }
  if (level === 'L4') await sayFirstYes(ctx, cast, made)
  await bringTo(gate, cast, { made, level, place })
  return made
}

export function hoursAgo(ctx: SafeguardContext, hours: number): SafeguardContext {
  return { ...ctx, clock: { now: () => new Date(ctx.clock.now().getTime() - hours * 3_600_000) } }
}

/** A grant for exactly this target, given after the request was made. */
export async function giveGrant(
  ctx: SafeguardContext,
  cast: Cast,
  { target, toolName }: ActionRequest,
): Promise<string> {
  const requester = `user:${cast.user('requester').userId}`
  const expiresAt = new Date(ctx.clock.now().getTime() + 24 * 3_600_000).toISOString()
  const scope = { toolName, requester, arguments: {}, target: {}, targetIds: [target.id] }
  const asked = await askGrant(ctx, {
    actor: cast.user('N2'),
    input: { scope, reason, maxUses: 1, expiresAt },
  })
  const input = { digest: asked.digest, decision: 'approve' as const, reason }
  await decideGrant(ctx, { grantId: asked.id, actor: cast.user('grantGiver'), input })
  return asked.id
}

async function sayFirstYes(
  ctx: SafeguardContext,
  cast: Cast,
  { id: approvalId, digest }: Made,
): Promise<void> {
  const people = roles.flatMap((role: Role) => (cast.of[role].type === 'user' ? [cast.user(role)] : []))
  for (const actor of [...people, cast.second])
    await seePreview(ctx, { approvalId, actor, input: { digest } })
  await approve(ctx, cast.user('approverAlready'), { id: approvalId, digest })
}

const approve = (ctx: SafeguardContext, actor: UserActor, { id, digest }: Pick<Made, 'id' | 'digest'>) =>
  approveRequest(ctx, { approvalId: id, actor, input: { digest, reason }, provedBy: 'password' })

async function bringTo(
  { ctx }: OpenGate,
  cast: Cast,
  { made, level, place }: { made: Made; level: Level; place: Place },
): Promise<void> {
  const { id: approvalId, digest } = made
  if (place === 'pending' || place === 'overdue') return
  if (place === 'expired') return void (await expireDue(ctx))
  if (place === 'rejected')
    return void (await rejectRequest(ctx, { approvalId, actor: cast.user('N4'), input: { digest, reason } }))
  if (place === 'cancelled')
    return void (await cancelRequest(ctx, { approvalId, actor: cast.user('requester'), input: { digest } }))
  await approve(ctx, level === 'L4' ? cast.second : cast.user('approverAlready'), made)
  if (place === 'approved') return
  await consumeApproval(ctx, made.action)
  if (place === 'executing') return
  const actor = cast.of.executor
  await recordOutcome(ctx, { approvalId, state: place, actor, summary: told, verification: null })
}
