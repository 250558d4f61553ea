import { type AskGrantInput, NotFoundError, type UserActor } from '@hub/contracts'
import { requestApproval } from '../../src/approvals/request-approval.ts'
import { askGrant } from '../../src/grants/ask-grant.ts'
import { decideGrant } from '../../src/grants/decide-grant.ts'
import { revokeGrant } from '../../src/grants/revoke-grant.ts'
import { withdrawGrant } from '../../src/grants/withdraw-grant.ts'
import { resetOf } from '../../tests/open-gate.ts'
import { type DrawnGrant, pick, type Subject, type World } from './world.ts'

const clientName = 'EHPAD Les Jardins'

async function ask(world: World, requester: UserActor, level: 'L3' | 'L4'): Promise<Subject> {
  const request = resetOf({ level, requester })
  request.target = { ...request.target, attributes: { clientName } }
  const { id, digest } = await requestApproval(world.ctx, request)
  const { toolName, toolVersion, target, policyVersion } = request
  const executor = { type: 'workflow', name: 'safeguard', runId: id } as const
  const what = { approvalId: id, toolName, toolVersion, arguments: request.arguments }
  const subject = { id, digest, request, action: { ...what, target, policyVersion, executor } }
  world.subjects.push(subject)
  return subject
}

/** A fresh request by a drawn person. */
export function openRequest(world: World, number: number): Promise<Subject> {
  const requester = pick(world.people, number)
  if (!requester) throw new Error('nobody asks')
  return ask(world, requester, number % 2 === 0 ? 'L4' : 'L3')
}

/** A request that a grant in force answers, if there is one for this person. */
export function askUnderGrants(world: World, requester: UserActor): Promise<Subject> {
  return ask(world, requester, 'L3')
}

/** Asks for a grant for the requests of `grantee`; it waits for its decision. */
export async function askForGrant(world: World, asker: UserActor, grantee: UserActor): Promise<DrawnGrant> {
  const scope = { toolName: 'ad_reset_password', requester: `user:${grantee.userId}`, arguments: {} }
  const input: AskGrantInput = {
    scope: { ...scope, target: { clientName }, targetIds: [] },
    reason: 'drawn',
    maxUses: 2,
    expiresAt: new Date(world.ctx.clock.now().getTime() + 3_600_000).toISOString(),
  }
  const { id, digest } = await askGrant(world.ctx, { actor: asker, input })
  const grant = { id, digest, asker }
  world.grants.push(grant)
  return grant
}

/** A grant for the requests of `grantee`, asked by one and given by another person. */
export async function makeGrant(world: World, asker: UserActor, grantee: UserActor): Promise<void> {
  const grant = await askForGrant(world, asker, grantee)
  const giver = world.people.find((one) => one.accreditation >= 'N3' && one !== asker && one !== grantee)
  if (!giver) throw new Error('nobody gives')
  await answerGrant(world, giver, { grant, decision: 'approve' })
}

export async function answerGrant(
  world: World,
  actor: UserActor,
  { grant, decision }: { grant: DrawnGrant; decision: 'approve' | 'reject' },
): Promise<void> {
  const input = { digest: grant.digest, decision, reason: 'drawn' }
  await decideGrant(world.ctx, { grantId: grant.id, actor, input })
}

/** One of the grants asked for in this run. A step without any is refused. */
export function drawGrant(world: World, number: number): DrawnGrant {
  const grant = pick(world.grants, number)
  if (!grant) throw new NotFoundError('No grant was asked for yet')
  return grant
}

export async function revokeOne(world: World, actor: UserActor, number: number): Promise<void> {
  const { id: grantId } = drawGrant(world, number)
  await revokeGrant(world.ctx, { grantId, actor, input: { reason: 'drawn' } })
}

/** Mostly by who asked for it. */
export async function withdrawOne(world: World, other: UserActor, number: number): Promise<void> {
  const { id: grantId, asker } = drawGrant(world, number)
  await withdrawGrant(world.ctx, { grantId, actor: number % 4 === 0 ? other : asker })
}
