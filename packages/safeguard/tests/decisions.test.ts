import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readApproval } from '../src/approvals/approval.store.ts'
import { approveRequest } from '../src/approvals/approve-request.ts'
import { cancelRequest } from '../src/approvals/cancel-request.ts'
import { deferRequest } from '../src/approvals/defer-request.ts'
import { rejectRequest } from '../src/approvals/reject-request.ts'
import { verifyAudit } from '../src/audit/verify-audit.store.ts'
import { ask, askSeen, minuteMs, type OpenGate, openGate, person } from './open-gate.ts'

let gate: OpenGate
beforeAll(async () => {
  gate = await openGate()
})
afterAll(() => gate?.close())

const reason = 'because of the ticket'
const approve = (
  approvalId: string,
  actor: ReturnType<typeof person>,
  input: { digest: string; reason?: string },
) => approveRequest(gate.ctx, { approvalId, actor, input })
const refusal = (code: string, name: string) => expect.objectContaining({ code, reason: name })
const stateOf = async (id: string) => (await readApproval(gate.ctx.db, id)).state

describe('a yes that does not count', () => {
  it('comes from the requester, whatever their level', async () => {
    const requester = person('N4')
    const { id, digest } = await ask(gate, { requester })
    await expect(approve(id, requester, { digest })).rejects.toThrow(refusal('FORBIDDEN', 'approval.self'))
    expect(await stateOf(id)).toBe('pending')
  })

  it('comes from below the level', async () => {
    const { id, digest } = await ask(gate)
    await expect(approve(id, person('N1'), { digest })).rejects.toThrow(
      refusal('FORBIDDEN', 'approval.level'),
    )
  })

  it('names another digest', async () => {
    const { id } = await ask(gate)
    await expect(approve(id, person('N2'), { digest: 'f'.repeat(64) })).rejects.toThrow(
      refusal('CONFLICT', 'approval.digest'),
    )
    expect(await stateOf(id)).toBe('pending')
  })

  it('comes after the decision, or for nothing', async () => {
    const { id, digest } = await ask(gate)
    await rejectRequest(gate.ctx, { approvalId: id, actor: person('N2'), input: { digest, reason } })
    await expect(approve(id, person('N3'), { digest })).rejects.toThrow(
      refusal('CONFLICT', 'approval.state.rejected'),
    )
    await expect(approve('APR-2026-999999', person('N3'), { digest })).rejects.toThrow(
      refusal('NOT_FOUND', 'approval.not_found'),
    )
  })

  it('comes at the instant of expiry, which ends the request', async () => {
    const { id, digest, expiresAt } = await ask(gate)
    gate.forward(expiresAt.getTime() - gate.ctx.clock.now().getTime())
    await expect(approve(id, person('N3'), { digest })).rejects.toThrow(
      refusal('CONFLICT', 'approval.expired'),
    )
    expect(await stateOf(id)).toBe('expired')
    expect(gate.events).toContainEqual(
      expect.objectContaining({
        type: 'safeguard:request_expired',
        data: expect.objectContaining({ approvalId: id }),
      }),
    )
  })
})

describe('L4', () => {
  const prove = (
    approvalId: string,
    actor: ReturnType<typeof person>,
    input: { digest: string; reason?: string },
  ) => approveRequest(gate.ctx, { approvalId, actor, input, provedBy: 'password' })

  it('needs the preview seen, a reason, proof of presence and two distinct people of N3', async () => {
    const [first, second] = [person('N3'), person('N4')]
    const { id, digest } = await askSeen(gate, [first, second])
    await expect(prove(id, person('N2'), { digest, reason })).rejects.toThrow(
      refusal('FORBIDDEN', 'approval.level'),
    )
    await expect(prove(id, person('N3'), { digest, reason })).rejects.toThrow(
      refusal('CONFLICT', 'approval.preview_unseen'),
    )
    await expect(prove(id, first, { digest })).rejects.toThrow(
      refusal('VALIDATION', 'approval.reason_missing'),
    )
    await expect(approve(id, first, { digest, reason })).rejects.toThrow(
      refusal('VALIDATION', 'approval.step_up_missing'),
    )
    expect((await prove(id, first, { digest, reason })).state).toBe('pending')
    await expect(prove(id, first, { digest, reason })).rejects.toThrow(refusal('CONFLICT', 'approval.twice'))
    expect(await stateOf(id)).toBe('pending')
    const done = await prove(id, second, { digest, reason })
    expect(done.state).toBe('approved')
    expect(done.decisions).toMatchObject([
      { kind: 'approve', stepUp: 'password', previewSeenAt: expect.any(Date) },
      { kind: 'approve', stepUp: 'password', previewSeenAt: expect.any(Date) },
    ])
  })

  it('is not approved by one person twice at the same time', async () => {
    const one = person('N3')
    const { id, digest } = await askSeen(gate, [one])
    const answers = await Promise.allSettled([1, 2, 3, 4].map(() => prove(id, one, { digest, reason })))
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1)
    expect(await stateOf(id)).toBe('pending')
  })

  it('is approved once by the last two who are needed, at the same time', async () => {
    const crowd = [person('N3'), person('N3'), person('N4'), person('N4')]
    const { id, digest } = await askSeen(gate, crowd)
    const answers = await Promise.allSettled(crowd.map((one) => prove(id, one, { digest, reason })))
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(2)
    expect(await stateOf(id)).toBe('approved')
  })

  it('ends with one no, also by who said yes before', async () => {
    const actor = person('N3')
    const { id, digest } = await askSeen(gate, [actor])
    await prove(id, actor, { digest, reason })
    const ended = await rejectRequest(gate.ctx, { approvalId: id, actor, input: { digest, reason } })
    expect(ended.state).toBe('rejected')
  })
})

it('lets exactly one of twenty simultaneous decisions win', async () => {
  const { id, digest } = await ask(gate)
  const decide = (n: number) => {
    const actor = person('N2')
    return n % 2 === 0
      ? approve(id, actor, { digest })
      : rejectRequest(gate.ctx, { approvalId: id, actor, input: { digest, reason } })
  }
  const answers = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => decide(n)))
  expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1)
  expect((await readApproval(gate.ctx.db, id)).decisions).toHaveLength(1)
  const audited = await gate.ctx.db.userAuditLog.count({
    where: { subjectId: id, action: { in: ['approval.approve', 'approval.reject'] } },
  })
  expect(audited).toBe(1)
})

describe('cancelling', () => {
  it('is for the requester alone, while it is pending', async () => {
    const requester = person('N1')
    const { id, digest } = await ask(gate, { requester })
    const cancel = (actor: ReturnType<typeof person>) =>
      cancelRequest(gate.ctx, { approvalId: id, actor, input: { digest } })
    await expect(cancel(person('N4'))).rejects.toThrow(refusal('FORBIDDEN', 'approval.cancel_other'))
    expect((await cancel(requester)).state).toBe('cancelled')
    await expect(cancel(requester)).rejects.toThrow(refusal('CONFLICT', 'approval.state.cancelled'))
  })
})

describe('deferring', () => {
  const inMinutes = (minutes: number) => new Date(gate.ctx.clock.now().getTime() + minutes * minuteMs)
  const defer = (approvalId: string, digest: string, until: Date) =>
    deferRequest(gate.ctx, { approvalId, actor: person('N2'), input: { digest, until: until.toISOString() } })

  it('moves the expiry by the same time, never beyond the maximum', async () => {
    const { id, digest, maxExpiresAt } = await ask(gate)
    const until = inMinutes(120)
    const later = await defer(id, digest, until)
    expect(later).toMatchObject({ state: 'pending', deferredUntil: until })
    expect(later.expiresAt.getTime()).toBeGreaterThan(until.getTime() + 55 * minuteMs)
    const last = await defer(id, digest, new Date(maxExpiresAt.getTime() - minuteMs))
    expect(last.expiresAt).toEqual(maxExpiresAt)
  })

  it.each([
    ['to the past', -1, 'approval.defer_past'],
    ['beyond the maximum', 26 * 60, 'approval.defer_too_far'],
  ])('refuses %s', async (_name, minutes, name) => {
    const { id, digest, expiresAt } = await ask(gate)
    await expect(defer(id, digest, inMinutes(minutes))).rejects.toThrow(refusal('VALIDATION', name))
    expect((await readApproval(gate.ctx.db, id)).expiresAt).toEqual(expiresAt)
  })
})

it('writes all of that in an intact chain', async () => {
  expect(await verifyAudit(gate.ctx.db)).toMatchObject({ isIntact: true })
})
