import type { UserActor } from '@hub/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readApproval } from '../src/approvals/approval.store.ts'
import { approveRequest } from '../src/approvals/approve-request.ts'
import { deferRequest } from '../src/approvals/defer-request.ts'
import { rejectRequest } from '../src/approvals/reject-request.ts'
import { createDelegation } from '../src/delegations/create-delegation.ts'
import { findActingFor } from '../src/delegations/find-acting-for.ts'
import { revokeDelegation } from '../src/delegations/revoke-delegation.ts'
import { seePreview } from '../src/views/see-preview.ts'
import { ask, askSeen, minuteMs, type OpenGate, openGate, person } from './open-gate.ts'

let gate: OpenGate
beforeAll(async () => {
  gate = await openGate()
})
afterAll(() => gate?.close())

const hourMs = 60 * minuteMs
const reason = 'agreed by phone'
const at = (ms: number) => new Date(gate.ctx.clock.now().getTime() + ms).toISOString()
const delegate = (from: UserActor, to: UserActor, period: { from?: number; to?: number } = {}) =>
  createDelegation(gate.ctx, {
    actor: from,
    input: { toUserId: to.userId, startsAt: at(period.from ?? 0), endsAt: at(period.to ?? hourMs) },
  })
const approve = (approvalId: string, digest: string, by: { actor: UserActor; onBehalfOf?: string }) =>
  approveRequest(gate.ctx, {
    approvalId,
    actor: by.actor,
    input: { digest, reason, ...(by.onBehalfOf && { onBehalfOf: by.onBehalfOf }) },
    provedBy: 'password',
  })
const refusal = (code: string, name: string) => expect.objectContaining({ code, reason: name })

describe('two distinct people of L4, with a delegation', () => {
  it('are not the one who is away, then the one who stands in', async () => {
    const [away, standIn] = [person('N3'), person('N3')]
    await delegate(away, standIn)
    const { id, digest } = await askSeen(gate, [away, standIn])
    await approve(id, digest, { actor: away })
    await expect(approve(id, digest, { actor: standIn, onBehalfOf: away.userId })).rejects.toThrow(
      refusal('CONFLICT', 'approval.twice_acting'),
    )
    expect((await approve(id, digest, { actor: standIn })).state).toBe('approved')
  })

  it('are not one person in both names, in either order', async () => {
    const [away, standIn] = [person('N3'), person('N3')]
    await delegate(away, standIn)
    const orders = [
      [undefined, away.userId],
      [away.userId, undefined],
    ]
    for (const [first, second] of orders) {
      const { id, digest } = await askSeen(gate, [standIn])
      const say = (onBehalfOf: string | undefined) =>
        approve(id, digest, { actor: standIn, ...(onBehalfOf && { onBehalfOf }) })
      expect((await say(first)).state).toBe('pending')
      await expect(say(second)).rejects.toThrow(refusal('CONFLICT', 'approval.twice'))
      const both = await Promise.allSettled([say(first), say(second)])
      expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    }
  })

  it('are not two who stand in for the same person', async () => {
    const [away, one, other] = [person('N4'), person('N3'), person('N3')]
    await delegate(away, one)
    await delegate(away, other)
    const { id, digest } = await askSeen(gate, [one, other])
    await approve(id, digest, { actor: one, onBehalfOf: away.userId })
    await expect(approve(id, digest, { actor: other, onBehalfOf: away.userId })).rejects.toThrow(
      refusal('CONFLICT', 'approval.twice_acting'),
    )
  })

  it('are not the requester in another name, nor anybody in the name of the requester', async () => {
    const [requester, standIn, away] = [person('N4'), person('N3'), person('N4')]
    await delegate(requester, standIn)
    await delegate(away, requester)
    const { id, digest } = await ask(gate, { level: 'L4', requester })
    for (const actor of [requester, standIn])
      await seePreview(gate.ctx, { approvalId: id, actor, input: { digest } })
    await expect(approve(id, digest, { actor: requester, onBehalfOf: away.userId })).rejects.toThrow(
      refusal('FORBIDDEN', 'approval.self'),
    )
    await expect(approve(id, digest, { actor: standIn, onBehalfOf: requester.userId })).rejects.toThrow(
      refusal('FORBIDDEN', 'approval.self_delegated'),
    )
    expect((await readApproval(gate.ctx.db, id)).decisions).toEqual([])
  })

  it('are kept apart by the database too', async () => {
    const [away, standIn] = [person('N3'), person('N3')]
    await delegate(away, standIn)
    const { id, digest } = await askSeen(gate, [away, standIn])
    await approve(id, digest, { actor: away })
    const forged = gate.ctx.db.approvalDecision.create({
      data: {
        approvalId: id,
        kind: 'approve',
        userId: standIn.userId,
        displayName: standIn.displayName,
        accreditation: 'N3',
        onBehalfOf: away.userId,
        digest,
        reason,
        stepUp: 'password',
        previewSeenAt: gate.ctx.clock.now(),
        at: gate.ctx.clock.now(),
      },
    })
    await expect(forged).rejects.toThrow('said yes already')
  })
})

describe('a decision in the name of somebody', () => {
  const actsFor = async ({ userId }: UserActor) =>
    (await findActingFor(gate.ctx.db, { userId, now: gate.ctx.clock.now() })).map((one) => one.userId)

  it('counts with their accreditation, and the audit says in whose name', async () => {
    const [away, standIn] = [person('N3'), person('N2')]
    await delegate(away, standIn)
    const { id, digest } = await askSeen(gate, [standIn])
    await expect(approve(id, digest, { actor: standIn })).rejects.toThrow(
      refusal('FORBIDDEN', 'approval.level'),
    )
    const row = await approve(id, digest, { actor: standIn, onBehalfOf: away.userId })
    expect(row.decisions).toMatchObject([
      {
        userId: standIn.userId,
        onBehalfOf: away.userId,
        onBehalfName: away.displayName,
        accreditation: 'N3',
      },
    ])
    const audited = await gate.ctx.db.userAuditLog.findFirstOrThrow({
      where: { subjectId: id, action: 'approval.approve' },
    })
    expect(audited).toMatchObject({
      actor: { userId: standIn.userId },
      details: { onBehalfOf: away.userId, stepUp: 'password' },
    })
  })

  it('may also be a no or a later', async () => {
    const [away, standIn] = [person('N3'), person('N2')]
    await delegate(away, standIn)
    const { id: approvalId, digest } = await ask(gate, { level: 'L4' })
    const inName = { digest, reason, onBehalfOf: away.userId }
    const until = at(10 * minuteMs)
    await expect(
      rejectRequest(gate.ctx, { approvalId, actor: standIn, input: { digest, reason } }),
    ).rejects.toThrow(refusal('FORBIDDEN', 'approval.level'))
    await deferRequest(gate.ctx, { approvalId, actor: standIn, input: { ...inName, until } })
    const ended = await rejectRequest(gate.ctx, { approvalId, actor: standIn, input: inName })
    expect(ended).toMatchObject({
      state: 'rejected',
      decisions: [
        { kind: 'defer', onBehalfOf: away.userId },
        { kind: 'reject', onBehalfOf: away.userId },
      ],
    })
  })

  it('is refused before it starts, from the instant it ends, and once it is revoked', async () => {
    const [away, standIn] = [person('N2'), person('N2')]
    const { id: delegationId } = await delegate(away, standIn, { from: hourMs / 4, to: hourMs / 2 })
    const { id, digest } = await ask(gate)
    const say = () => approve(id, digest, { actor: standIn, onBehalfOf: away.userId })
    await expect(say()).rejects.toThrow(refusal('FORBIDDEN', 'approval.delegation'))
    gate.forward(hourMs / 4)
    expect(await actsFor(standIn)).toEqual([away.userId])
    gate.forward(hourMs / 4)
    expect(await actsFor(standIn)).toEqual([])
    await expect(say()).rejects.toThrow(refusal('FORBIDDEN', 'approval.delegation'))
    await expect(revokeDelegation(gate.ctx, { id: delegationId, actor: away })).rejects.toThrow(
      refusal('CONFLICT', 'delegation.ended'),
    )
    const again = await delegate(away, standIn)
    expect(await actsFor(standIn)).toEqual([away.userId])
    await revokeDelegation(gate.ctx, { id: again.id, actor: away })
    await expect(say()).rejects.toThrow(refusal('FORBIDDEN', 'approval.delegation'))
  })

  it('is refused to who stands in for the one who stands in', async () => {
    const [away, standIn, third] = [person('N3'), person('N3'), person('N3')]
    await delegate(away, standIn)
    await delegate(standIn, third)
    expect(await actsFor(third)).toEqual([standIn.userId])
    const { id, digest } = await askSeen(gate, [third])
    await expect(approve(id, digest, { actor: third, onBehalfOf: away.userId })).rejects.toThrow(
      refusal('FORBIDDEN', 'approval.delegation'),
    )
  })

  it.each([
    ['the one who is away is deactivated', 0, { isActive: false }],
    ['the one who stands in is deactivated', 1, { isActive: false }],
    ['the one who stands in has fallen too low', 1, { accreditation: 'N1' }],
    ['the one who is away has risen too high', 0, { accreditation: 'N4' }],
  ])('is refused once %s, by the database too', async (_name, who, data) => {
    const people = [person('N3'), person('N2')] as const
    const [away, standIn] = people
    await delegate(away, standIn)
    expect(await actsFor(standIn)).toEqual([away.userId])
    await gate.ctx.db.user.update({ where: { id: people[who]?.userId ?? '' }, data })
    expect(await actsFor(standIn)).toEqual([])
    const held = await gate.ctx.db.$queryRaw<{ held: string | null }[]>`
      SELECT deciding_accreditation(${standIn.userId}, ${away.userId}, ${gate.ctx.clock.now()}) AS held`
    expect(held).toEqual([{ held: null }])
  })
})

describe('the table of delegations', () => {
  const insert = (from: UserActor, to: UserActor, change: { days?: number; back?: boolean } = {}) => {
    const now = gate.ctx.clock.now()
    const startsAt = new Date(now.getTime() - (change.back ? hourMs : 0))
    return gate.ctx.db.delegation.create({
      data: {
        fromUserId: from.userId,
        fromName: 'A',
        toUserId: to.userId,
        toName: 'B',
        startsAt,
        endsAt: new Date(startsAt.getTime() + (change.days ?? 1) * 24 * hourMs),
        createdAt: now,
      },
    })
  }

  it('refuses what the rules refuse', async () => {
    const [n2, n4] = [person('N2'), person('N4')]
    const refused = 'not between these people for this time'
    await expect(insert(n4, n2)).rejects.toThrow(refused)
    await expect(insert(n2, n2)).rejects.toThrow(refused)
    await expect(insert(n2, person('N1'))).rejects.toThrow(refused)
    await expect(insert(n2, n4, { days: 91 })).rejects.toThrow(refused)
    await expect(insert(n2, n4, { back: true })).rejects.toThrow(refused)
  })

  it('takes a revocation and nothing else', async () => {
    const { id } = await insert(person('N2'), person('N2'))
    const change = (data: object) => gate.ctx.db.delegation.update({ where: { id }, data })
    const only = 'can only be revoked, once'
    await expect(change({ endsAt: new Date(Date.now() + 1e10) })).rejects.toThrow(only)
    await expect(change({ fromUserId: person('N4').userId })).rejects.toThrow(only)
    await change({ revokedAt: new Date(), revokedBy: 'x' })
    await expect(change({ revokedAt: null, revokedBy: null })).rejects.toThrow(only)
    await expect(gate.ctx.db.delegation.delete({ where: { id } })).rejects.toThrow('takes new rows only')
  })
})

it('takes one of many delegations to the same person at the same time', async () => {
  const [away, standIn] = [person('N3'), person('N3')]
  const answers = await Promise.allSettled([1, 2, 3, 4].map(() => delegate(away, standIn)))
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const problems = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []))
  for (const problem of problems) expect(problem).toMatchObject({ reason: 'delegation.overlap' })
})
