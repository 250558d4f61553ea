import type { Actor, Policy } from '@hub/contracts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readApproval } from '../src/approvals/approval.store.ts'
import { approveRequest } from '../src/approvals/approve-request.ts'
import { deferRequest } from '../src/approvals/defer-request.ts'
import { escalateDue } from '../src/waiting/escalate-due.ts'
import { dueRungs } from '../src/waiting/ladder.policy.ts'
import { resumeRequest } from '../src/waiting/resume-request.ts'
import { ask, minuteMs, type OpenGate, openGate, person, policy, resetOf } from './open-gate.ts'

let gate: OpenGate
beforeAll(async () => {
  gate = await openGate()
})
afterAll(() => gate?.close())

const watcher: Actor = { type: 'workflow', name: 'safeguard-ticket', runId: 'r1' }
const allDays = [1, 2, 3, 4, 5, 6, 7]
const rowOf = (id: string) => readApproval(gate.ctx.db, id)
const told = (id: string) =>
  gate.events
    .filter(({ type, data }) => type === 'safeguard:request_escalated' && data.approvalId === id)
    .map(({ data }) => [data.step, data.tell])
const withTicket = () => ({ context: { ...resetOf().context, ticketId: 1234 } })

async function usePolicy(workingHours: Partial<Policy['workingHours']>): Promise<void> {
  const version = crypto.randomUUID().slice(0, 16)
  const stored = { ...policy, workingHours: { ...policy.workingHours, ...workingHours } }
  const loadedAt = new Date()
  await gate.ctx.db.policyVersion.create({ data: { version, policy: stored, loadedAt } })
  await gate.ctx.db.policyState.update({ where: { id: 1 }, data: { version, loadedAt } })
}
const always = { days: allDays, from: '00:00', to: '23:59', timeZone: 'UTC' }
/** A day off, all day. */
const never = { days: [((new Date().getUTCDay() + 2) % 7) + 1], from: '00:00', to: '00:01', timeZone: 'UTC' }

describe('waiting for the ticket', () => {
  it('ends with its answer, with the time that was left', async () => {
    const { id, digest } = await ask(gate, withTicket())
    gate.forward(20 * minuteMs)
    await deferRequest(gate.ctx, {
      approvalId: id,
      actor: person('N2'),
      input: { digest, untilTicketAnswer: true },
    })
    gate.forward(120 * minuteMs)
    const row = await resumeRequest(gate.ctx, { approvalId: id, actor: watcher, followupId: 7 })
    expect(row).toMatchObject({ deferredUntil: null, deferredFor: null, state: 'pending' })
    const left = Number(row?.expiresAt) - gate.ctx.clock.now().getTime()
    expect(left / minuteMs).toBeGreaterThan(39)
    expect(left / minuteMs).toBeLessThanOrEqual(40)
    expect(gate.events.at(-1)).toMatchObject({ type: 'safeguard:request_resumed', data: { followupId: 7 } })
    expect(await resumeRequest(gate.ctx, { approvalId: id, actor: watcher, followupId: 8 })).toBeNull()
    const audited = { where: { subjectId: id, action: 'approval.resume' } }
    expect(await gate.ctx.db.userAuditLog.count(audited)).toBe(1)
  })

  it('never goes beyond the maximum, nor comes back to what was decided', async () => {
    const { id, digest, maxExpiresAt } = await ask(gate, withTicket())
    const input = { digest, untilTicketAnswer: true as const }
    await deferRequest(gate.ctx, { approvalId: id, actor: person('N2'), input })
    gate.forward(maxExpiresAt.getTime() - gate.ctx.clock.now().getTime() - 5 * minuteMs)
    const row = await resumeRequest(gate.ctx, { approvalId: id, actor: watcher, followupId: 7 })
    expect(row?.expiresAt).toEqual(maxExpiresAt)
    const decided = await ask(gate, withTicket())
    const deferral = { ...input, digest: decided.digest }
    await deferRequest(gate.ctx, { approvalId: decided.id, actor: person('N2'), input: deferral })
    const yes = { digest: decided.digest }
    await approveRequest(gate.ctx, { approvalId: decided.id, actor: person('N2'), input: yes })
    const late = { approvalId: decided.id, actor: watcher, followupId: 7 }
    expect(await resumeRequest(gate.ctx, late)).toBeNull()
  })
})

describe('the ladder', () => {
  beforeEach(() => usePolicy(always))

  it('tells rung after rung, each once, and changes nobody’s rights', async () => {
    const { id, approverLevel } = await ask(gate)
    expect(await escalateDue(gate.ctx)).not.toContain(id)
    gate.forward(31 * minuteMs)
    const swept = await Promise.all([escalateDue(gate.ctx), escalateDue(gate.ctx)])
    expect(swept.flat().filter((one) => one === id)).toHaveLength(1)
    expect(await rowOf(id)).toMatchObject({ ladderStep: 1, escalatedTo: 'N2', approverLevel })
    gate.forward(15 * minuteMs)
    await escalateDue(gate.ctx)
    await escalateDue(gate.ctx)
    expect(told(id)).toEqual([
      [1, 'N2'],
      [2, 'N3'],
    ])
    const audited = { where: { subjectId: id, action: 'approval.escalate' } }
    expect(await gate.ctx.db.userAuditLog.count(audited)).toBe(2)
  })

  it('stands still while the request is put off', async () => {
    const { id, digest } = await ask(gate)
    gate.forward(20 * minuteMs)
    const until = new Date(gate.ctx.clock.now().getTime() + 180 * minuteMs).toISOString()
    await deferRequest(gate.ctx, { approvalId: id, actor: person('N2'), input: { digest, until } })
    gate.forward(170 * minuteMs)
    await escalateDue(gate.ctx)
    gate.forward(15 * minuteMs)
    await escalateDue(gate.ctx)
    expect(told(id)).toEqual([])
    gate.forward(6 * minuteMs)
    await escalateDue(gate.ctx)
    expect(told(id)).toEqual([[1, 'N2']])
  })

  it('tells the next group at once outside working hours', async () => {
    await usePolicy(never)
    const { id } = await ask(gate)
    await escalateDue(gate.ctx)
    await escalateDue(gate.ctx)
    expect(told(id)).toEqual([[1, 'N2']])
    gate.forward(31 * minuteMs)
    await escalateDue(gate.ctx)
    expect(told(id)).toEqual([
      [1, 'N2'],
      [2, 'N3'],
    ])
  })

  it('counts rungs', () => {
    const ladder = [
      { at: 0.5, tell: 'N2' as const },
      { at: 0.75, tell: 'N3' as const },
    ]
    expect([0, 0.5, 0.74, 0.75, 1].map((share) => dueRungs(ladder, share, true))).toEqual([0, 1, 1, 2, 2])
    expect([0, 0.5, 0.75].map((share) => dueRungs(ladder, share, false))).toEqual([1, 2, 2])
    expect(dueRungs([], 1, false)).toBe(0)
  })
})
