import type { BreakGlassInput, UserActor } from '@hub/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readApproval } from '../src/approvals/approval.store.ts'
import { approveRequest } from '../src/approvals/approve-request.ts'
import { consumeApproval } from '../src/approvals/consume-approval.ts'
import { findHistory } from '../src/approvals/find-approvals.store.ts'
import { requestApproval } from '../src/approvals/request-approval.ts'
import { breakGlass } from '../src/break-glass/break-glass.ts'
import { reviewBreakGlass } from '../src/break-glass/review-break-glass.ts'
import { ask, askSeen, type OpenGate, openGate, person, policy, resetOf } from './open-gate.ts'

let gate: OpenGate
beforeAll(async () => {
  gate = await openGate()
})
afterAll(() => gate?.close())

const reason = 'The whole hospital is locked out of its accounts'
const refusal = (code: string, name: string) => expect.objectContaining({ code, reason: name })
const smash = (
  approvalId: string,
  actor: UserActor,
  input: Pick<BreakGlassInput, 'digest'> & { reason?: string },
) => breakGlass(gate.ctx, { approvalId, actor, input: { reason, ...input }, provedBy: 'password' })
const review = (approvalId: string, actor: UserActor) =>
  reviewBreakGlass(gate.ctx, { approvalId, actor, input: { verdict: 'justified', note: 'It was.' } })

describe('breaking the glass', () => {
  it('stands in for the missing approvals of one request, red in the audit and told to all', async () => {
    const request = resetOf({ level: 'L4' })
    const { id, digest } = await requestApproval(gate.ctx, request)
    const chief = person('N4')
    const row = await smash(id, chief, { digest })
    expect(row).toMatchObject({ state: 'approved', breakGlass: { userId: chief.userId, reason } })
    expect(gate.events.filter(({ data }) => data.approvalId === id).map(({ type }) => type)).toEqual([
      'safeguard:new_request',
      'safeguard:request_approved',
      'safeguard:break_glass',
    ])
    const audited = await gate.ctx.db.userAuditLog.findMany({ where: { subjectId: id } })
    expect(audited.map(({ action }) => action)).toEqual(['approval.request', 'approval.break_glass'])
    const { toolName, toolVersion, target, policyVersion } = request
    const executing = await consumeApproval(gate.ctx, {
      ...{ approvalId: id, toolName, toolVersion, target, policyVersion, arguments: request.arguments },
      executor: { type: 'workflow', name: 'safeguard', runId: id },
    })
    expect(executing.state).toBe('executing')
  })

  it('is open to an N4 who said the first yes', async () => {
    const chief = person('N4')
    const { id, digest } = await askSeen(gate, [chief])
    await approveRequest(gate.ctx, {
      approvalId: id,
      actor: chief,
      input: { digest, reason },
      provedBy: 'totp',
    })
    expect((await smash(id, chief, { digest })).state).toBe('approved')
  })

  it.each([
    ['an N3', () => person('N3'), 'approval.level'],
    ['nobody but an N4', () => person('N2'), 'approval.level'],
  ])('is refused to %s', async (_who, actor, name) => {
    const { id, digest } = await ask(gate, { level: 'L4' })
    await expect(smash(id, actor(), { digest })).rejects.toThrow(refusal('FORBIDDEN', name))
    expect((await readApproval(gate.ctx.db, id)).state).toBe('pending')
  })

  it('is refused to the requester, whatever their level', async () => {
    const requester = person('N4')
    const { id, digest } = await ask(gate, { level: 'L4', requester })
    await expect(smash(id, requester, { digest })).rejects.toThrow(refusal('FORBIDDEN', 'approval.self'))
  })

  it('is refused where one ordinary yes is enough, on another digest, and after the end', async () => {
    const ordinary = await ask(gate)
    await expect(smash(ordinary.id, person('N4'), ordinary)).rejects.toThrow(
      refusal('CONFLICT', 'break_glass.needless'),
    )
    const { id, digest } = await ask(gate, { level: 'L4' })
    await expect(smash(id, person('N4'), { digest: 'f'.repeat(64) })).rejects.toThrow(
      refusal('CONFLICT', 'approval.digest'),
    )
    await smash(id, person('N4'), { digest })
    await expect(smash(id, person('N4'), { digest })).rejects.toThrow(
      refusal('CONFLICT', 'approval.state.approved'),
    )
  })

  it('needs the yes of another person where nobody knows whose key asked', async () => {
    const requester = { type: 'mcp-client', clientId: 'key', name: 'Key', accreditation: 'N1' } as const
    const terms = { ...policy.levels.L3, approvals: 2 }
    const { id, digest } = await ask(gate, { requester, terms })
    const chief = person('N4')
    const alone = refusal('CONFLICT', 'break_glass.alone')
    await expect(smash(id, chief, { digest })).rejects.toThrow(alone)
    await approveRequest(gate.ctx, { approvalId: id, actor: chief, input: { digest } })
    await expect(smash(id, chief, { digest })).rejects.toThrow(alone)
    const { userId, displayName } = chief
    const forged = gate.ctx.db.approvalDecision.create({
      data: {
        ...{ approvalId: id, kind: 'break_glass', digest, reason, stepUp: 'totp', at: new Date() },
        ...{ userId, displayName, accreditation: 'N4' },
      },
    })
    await expect(forged).rejects.toThrow('may hold the key that asked')
    const other = await ask(gate, { requester, terms })
    await approveRequest(gate.ctx, { approvalId: other.id, actor: person('N2'), input: other })
    expect((await smash(other.id, chief, other)).state).toBe('approved')
  })

  it('cannot be forged past the code: the database asks for an N4 and a proof', async () => {
    const { id, digest } = await ask(gate, { level: 'L4' })
    const forge = (by: UserActor, stepUp: string | null) =>
      gate.ctx.db.approvalDecision.create({
        data: {
          ...{ approvalId: id, kind: 'break_glass', digest, reason, stepUp, at: new Date() },
          ...{ userId: by.userId, displayName: by.displayName, accreditation: by.accreditation },
        },
      })
    await expect(forge(person('N3'), 'totp')).rejects.toThrow('break-glass needs N4')
    await expect(forge(person('N4'), null)).rejects.toThrow('break-glass needs N4')
  })
})

describe('the review', () => {
  const broken = async () => {
    const [chief, requester] = [person('N4'), person('N3')]
    const { id, digest } = await ask(gate, { level: 'L4', requester })
    await smash(id, chief, { digest })
    return { id, chief, requester }
  }

  it('is due until another N3 has said it, once', async () => {
    const { id, chief, requester } = await broken()
    const due = async () =>
      (await findHistory(gate.ctx.db, { breakGlass: 'unreviewed', limit: 50 })).map((row) => row.id)
    expect(await due()).toContain(id)
    await expect(review(id, chief)).rejects.toThrow(refusal('FORBIDDEN', 'break_glass.own'))
    await expect(review(id, requester)).rejects.toThrow(refusal('FORBIDDEN', 'break_glass.own'))
    await expect(review(id, person('N2'))).rejects.toThrow(refusal('FORBIDDEN', 'approval.level'))
    expect((await review(id, person('N3'))).breakGlass).toMatchObject({ verdict: 'justified' })
    expect(await due()).not.toContain(id)
    await expect(review(id, person('N3'))).rejects.toThrow(refusal('CONFLICT', 'break_glass.reviewed'))
    expect(gate.events.at(-1)).toMatchObject({ type: 'safeguard:break_glass_reviewed' })
  })

  it('has nothing to say about an ordinary request', async () => {
    const { id } = await ask(gate)
    await expect(review(id, person('N3'))).rejects.toThrow(refusal('CONFLICT', 'break_glass.not_used'))
  })
})
