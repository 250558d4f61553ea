import type { UserActor } from '@hub/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approveRequest } from '../src/approvals/approve-request.ts'
import { consumeApproval } from '../src/approvals/consume-approval.ts'
import { requestApproval } from '../src/approvals/request-approval.ts'
import { breakGlass } from '../src/break-glass/break-glass.ts'
import { seePreview } from '../src/views/see-preview.ts'
import { ask, askSeen, type OpenGate, openGate, person, resetOf } from './open-gate.ts'

let gate: OpenGate
beforeAll(async () => {
  gate = await openGate()
})
afterAll(() => gate?.close())

const reason = 'The account is abused right now'
const yes = (approvalId: string, actor: UserActor, digest: string) =>
  approveRequest(gate.ctx, { approvalId, actor, input: { digest, reason }, provedBy: 'totp' })
const change = (actor: UserActor, data: { isActive?: boolean; accreditation?: string }) =>
  gate.ctx.db.user.update({ where: { id: actor.userId }, data })

describe('the yes of somebody who was shut out since', () => {
  it.each([
    ['deactivated', { isActive: false }],
    ['lowered', { accreditation: 'N2' }],
  ])('does not count: %s', async (_how, shutOut) => {
    const [first, second, third] = [person('N3'), person('N3'), person('N3')]
    const { id, digest } = await askSeen(gate, [first, second, third])
    await yes(id, first, digest)
    await change(first, shutOut)
    expect((await yes(id, second, digest)).state).toBe('pending')
    expect((await yes(id, third, digest)).state).toBe('approved')
  })

  it('does not count for the database either', async () => {
    const [first, second] = [person('N3'), person('N3')]
    const { id, digest } = await askSeen(gate, [first, second])
    await yes(id, first, digest)
    await change(first, { isActive: false })
    await yes(id, second, digest)
    const at = new Date()
    const forged = gate.ctx.db.approval.update({ where: { id }, data: { state: 'approved', decidedAt: at } })
    await expect(forged).rejects.toThrow('not enough people said yes')
  })

  it('stops the start of what they approved, alone or by breaking the glass', async () => {
    const request = resetOf()
    const { id, digest } = await requestApproval(gate.ctx, request)
    const approver = person('N2')
    await yes(id, approver, digest)
    await change(approver, { isActive: false })
    await expect(start(id, request)).rejects.toMatchObject({ reason: 'approval.not_approved' })

    const grave = resetOf({ level: 'L4' })
    const broken = await requestApproval(gate.ctx, grave)
    const chief = person('N4')
    const input = { digest: broken.digest, reason }
    await breakGlass(gate.ctx, { approvalId: broken.id, actor: chief, input, provedBy: 'password' })
    await change(chief, { accreditation: 'N3' })
    await expect(start(broken.id, grave)).rejects.toMatchObject({ reason: 'approval.not_approved' })
  })
})

const start = (approvalId: string, request: ReturnType<typeof resetOf>) => {
  const { toolName, toolVersion, target, policyVersion } = request
  return consumeApproval(gate.ctx, {
    ...{ approvalId, toolName, toolVersion, target, policyVersion, arguments: request.arguments },
    executor: { type: 'workflow', name: 'safeguard', runId: approvalId },
  })
}

it('a yes that waited for a lock beyond the expiry does not count', async () => {
  const { id, digest } = await ask(gate)
  const expiresAt = new Date(Date.now() + 1_500)
  await gate.ctx.db.$executeRaw`ALTER TABLE approvals DISABLE TRIGGER USER`
  await gate.ctx.db.approval.update({ where: { id }, data: { expiresAt } })
  await gate.ctx.db.$executeRaw`ALTER TABLE approvals ENABLE TRIGGER USER`
  let late: Promise<unknown> = Promise.resolve()
  await gate.ctx.db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM approvals WHERE id = ${id} FOR UPDATE`
    late = yes(id, person('N2'), digest)
    late.catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, 2_000))
  })
  await expect(late).rejects.toMatchObject({ reason: 'approval.expired' })
})

describe('what a person saw', () => {
  it('is kept as it first was, and of the own digest of the request only', async () => {
    const viewer = person('N3')
    const { id, digest } = await askSeen(gate, [viewer])
    const other = person('N3')
    const { userId, displayName } = other
    const at = new Date()
    const key = { approvalId_userId: { approvalId: id, userId: viewer.userId } }
    const moved = gate.ctx.db.approvalView.update({ where: key, data: { previewSeenAt: at } })
    await expect(moved).rejects.toThrow('saw first stays')
    const foreign = { approvalId: id, userId, displayName, openedAt: at, lookingUntil: at }
    const forged = gate.ctx.db.approvalView.create({
      data: { ...foreign, seenDigest: 'f'.repeat(64), previewSeenAt: at },
    })
    await expect(forged).rejects.toThrow('not the preview')
    await seePreview(gate.ctx, { approvalId: id, actor: other, input: { digest } })
  })
})
