import type { WorkflowActor } from '@hub/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readApproval } from '../src/approvals/approval.store.ts'
import { approveRequest } from '../src/approvals/approve-request.ts'
import { presentApproval } from '../src/approvals/present-approval.ts'
import { withdrawRequest } from '../src/approvals/withdraw-request.ts'
import { findAudit } from '../src/audit/find-audit.store.ts'
import { verifyAudit } from '../src/audit/verify-audit.store.ts'
import { ask, type OpenGate, openGate, person } from './open-gate.ts'

let gate: OpenGate
beforeAll(async () => {
  gate = await openGate()
})
afterAll(() => gate?.close())

let runs = 0
const newRun = (): WorkflowActor => ({ type: 'workflow', name: 'support', runId: `support:${++runs}` })
const reason = { fr: 'un technicien a pris le ticket', en: 'a technician has taken the ticket' }
const withdraw = (approvalId: string, actor: WorkflowActor) =>
  withdrawRequest(gate.ctx, { approvalId, actor, reason })
const stateOf = async (id: string) => (await readApproval(gate.ctx.db, id)).state

describe('a run that takes back what it asked for', () => {
  it('ends it with its reason, in the audit and on the bus', async () => {
    const run = newRun()
    const { id } = await ask(gate, { requester: run })
    expect(await withdraw(id, run)).toBe('cancelled')
    const row = await readApproval(gate.ctx.db, id)
    const reader = { actor: person('N2'), actsFor: [], now: gate.ctx.clock.now() }
    expect(presentApproval(row, reader)).toMatchObject({ state: 'cancelled', outcome: { summary: reason } })
    expect(gate.events).toContainEqual(
      expect.objectContaining({
        type: 'safeguard:request_cancelled',
        data: expect.objectContaining({ approvalId: id }),
      }),
    )
    const [entry] = await findAudit(gate.ctx.db, { subjectId: id, action: 'approval.cancel', limit: 5 })
    expect(entry).toMatchObject({ actor: run, details: { reason: reason.en } })
    expect(await verifyAudit(gate.ctx.db)).toMatchObject({ isIntact: true })
  })

  it('may say so again after a crash', async () => {
    const run = newRun()
    const { id } = await ask(gate, { requester: run })
    await withdraw(id, run)
    expect(await withdraw(id, run)).toBe('cancelled')
    expect(
      gate.events.filter(({ type, data }) => type.endsWith('cancelled') && data.approvalId === id),
    ).toHaveLength(1)
  })

  it('finds one that expired meanwhile expired', async () => {
    const run = newRun()
    const { id, expiresAt } = await ask(gate, { requester: run })
    gate.forward(expiresAt.getTime() - gate.ctx.clock.now().getTime())
    expect(await withdraw(id, run)).toBe('expired')
  })
})

describe('what is not its own', () => {
  const refused = expect.objectContaining({ code: 'FORBIDDEN', reason: 'approval.cancel_other' })

  it.each([
    ['of another run', { type: 'workflow', name: 'support', runId: 'support:other' }],
    ['of a run of that id of another workflow', { type: 'workflow', name: 'sentinel', runId: 'support:own' }],
    ['whose key is spelled the same', { type: 'workflow', name: 'support:support', runId: 'own' }],
  ] as const)('stays: %s', async (_, other) => {
    const { id } = await ask(gate, { requester: { type: 'workflow', name: 'support', runId: 'support:own' } })
    await expect(withdraw(id, other)).rejects.toThrow(refused)
    expect(await stateOf(id)).toBe('pending')
  })

  it('stays: of a person', async () => {
    const requester = person('N1')
    const { id } = await ask(gate, { requester })
    const disguise = { ...requester, type: 'user' } as unknown as WorkflowActor
    for (const actor of [newRun(), disguise]) await expect(withdraw(id, actor)).rejects.toThrow(refused)
    expect(await stateOf(id)).toBe('pending')
  })
})

describe('the race with a yes', () => {
  it('is won by the one who comes first', async () => {
    const run = newRun()
    const yes = await ask(gate, { requester: run })
    await approveRequest(gate.ctx, { approvalId: yes.id, actor: person('N3'), input: { digest: yes.digest } })
    expect(await withdraw(yes.id, run)).toBe('approved')
    expect(await stateOf(yes.id)).toBe('approved')
    const no = await ask(gate, { requester: run })
    expect(await withdraw(no.id, run)).toBe('cancelled')
    await expect(
      approveRequest(gate.ctx, { approvalId: no.id, actor: person('N3'), input: { digest: no.digest } }),
    ).rejects.toThrow(expect.objectContaining({ reason: 'approval.state.cancelled' }))
  })

  it('has one winner, however close', async () => {
    for (let round = 0; round < 20; round++) {
      const run = newRun()
      const { id, digest } = await ask(gate, { requester: run })
      const [yes, state] = await Promise.allSettled([
        approveRequest(gate.ctx, { approvalId: id, actor: person('N3'), input: { digest } }),
        withdraw(id, run),
      ])
      const end = await stateOf(id)
      expect(end).toBe(yes.status === 'fulfilled' ? 'approved' : 'cancelled')
      expect(state).toMatchObject({ status: 'fulfilled', value: end })
    }
  })
})
