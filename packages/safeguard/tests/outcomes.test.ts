import { randomBytes } from 'node:crypto'
import type { Actor, UserActor } from '@hub/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readApproval } from '../src/approvals/approval.store.ts'
import { approveRequest } from '../src/approvals/approve-request.ts'
import { consumeApproval } from '../src/approvals/consume-approval.ts'
import { recordOutcome } from '../src/approvals/record-outcome.ts'
import { requestApproval } from '../src/approvals/request-approval.ts'
import { giveVerdict } from '../src/outcomes/give-verdict.ts'
import { recordLook } from '../src/outcomes/record-look.ts'
import { keepSecret } from '../src/secrets/keep-secret.store.ts'
import { revealSecret } from '../src/secrets/reveal-secret.store.ts'
import { type OpenGate, openGate, person, resetOf } from './open-gate.ts'

let gate: OpenGate
beforeAll(async () => {
  gate = await openGate()
})
afterAll(() => gate?.close())

const executor: Actor = { type: 'workflow', name: 'safeguard', runId: 'r1' }
const told = { fr: 'Réponse perdue.', en: 'The answer was lost.' }
const refusal = (code: string, reason: string) => expect.objectContaining({ code, reason })
const key = randomBytes(32).toString('base64url')

/** A request whose effect nobody knows, with a sealed password. */
async function unknownReset(requester: UserActor = person('N1')) {
  const request = resetOf({ requester })
  const { id: approvalId, digest } = await requestApproval(gate.ctx, request)
  const approver = person('N2')
  await approveRequest(gate.ctx, { approvalId, actor: approver, input: { digest } })
  const { toolName, toolVersion, target, policyVersion } = request
  const action = { approvalId, toolName, toolVersion, target, policyVersion, executor }
  await consumeApproval(gate.ctx, { ...action, arguments: request.arguments })
  await keepSecret(gate.ctx, { approvalId, key, secret: 'Genere-2026' })
  const end = { approvalId, actor: executor, summary: told, verification: null }
  await recordOutcome(gate.ctx, { ...end, state: 'unknown' })
  return { approvalId, digest, approver, requester }
}

const verdict = (approvalId: string, actor: UserActor, digest: string, said: 'executed' | 'failed') =>
  giveVerdict(gate.ctx, { approvalId, actor, input: { digest, verdict: said, reason: 'Seen by hand' } })

describe('a human verdict', () => {
  it('settles it once, makes the password visible, and is audited', async () => {
    const { approvalId, digest, approver, requester } = await unknownReset()
    const reveal = (actor: UserActor) => revealSecret(gate.ctx, { approvalId, actor, key })
    await expect(reveal(requester)).rejects.toThrow(refusal('CONFLICT', 'approval.no_secret'))
    const row = await verdict(approvalId, approver, digest, 'executed')
    expect(row).toMatchObject({ state: 'executed', reportedAt: null })
    expect(row.outcome).toMatchObject({
      undo: null,
      summary: { en: expect.stringContaining('Seen by hand') },
    })
    expect(await reveal(requester)).toBe('Genere-2026')
    await expect(verdict(approvalId, person('N3'), digest, 'failed')).rejects.toThrow(
      refusal('CONFLICT', 'outcome.known'),
    )
    const audited = await gate.ctx.db.userAuditLog.findMany({
      where: { subjectId: approvalId, action: 'approval.verdict' },
    })
    expect(audited).toMatchObject([{ details: { state: 'executed', reason: 'Seen by hand' } }])
  })

  it('is not of the requester, not of an N1, not on another digest', async () => {
    const requester = person('N4')
    const { approvalId, digest } = await unknownReset(requester)
    await expect(verdict(approvalId, requester, digest, 'failed')).rejects.toThrow(
      refusal('FORBIDDEN', 'approval.self'),
    )
    await expect(verdict(approvalId, person('N1'), digest, 'failed')).rejects.toThrow(
      refusal('FORBIDDEN', 'approval.level'),
    )
    await expect(verdict(approvalId, person('N2'), 'f'.repeat(64), 'failed')).rejects.toThrow(
      refusal('CONFLICT', 'approval.digest'),
    )
    expect((await readApproval(gate.ctx.db, approvalId)).state).toBe('unknown')
  })

  it('has nothing to say about a known outcome', async () => {
    const { id, digest } = await requestApproval(gate.ctx, resetOf())
    await expect(verdict(id, person('N2'), digest, 'executed')).rejects.toThrow(
      refusal('CONFLICT', 'outcome.known'),
    )
  })
})

describe('another look at the system', () => {
  it.each([
    ['yes', 'executed'],
    ['no', 'failed'],
    ['unknown', 'unknown'],
  ] as const)('that says %s leaves it %s, audited', async (answer, state) => {
    const { approvalId, approver } = await unknownReset()
    expect((await recordLook(gate.ctx, { approvalId, actor: approver, answer })).state).toBe(state)
    const audited = await gate.ctx.db.userAuditLog.findMany({
      where: { subjectId: approvalId, action: 'approval.reconcile' },
    })
    expect(audited).toMatchObject([{ details: { answer } }])
  })

  it('is not settled by the requester or by a machine', async () => {
    const { approvalId, requester } = await unknownReset(person('N3'))
    const look = (actor: Actor) => recordLook(gate.ctx, { approvalId, actor, answer: 'yes' })
    await expect(look(requester)).rejects.toThrow(refusal('FORBIDDEN', 'approval.self'))
    await expect(look(executor)).rejects.toThrow(refusal('FORBIDDEN', 'approval.person'))
  })
})

it('cannot be settled past the code', async () => {
  const { approvalId: id } = await unknownReset()
  const forged = gate.ctx.db.approval.update({ where: { id }, data: { state: 'executed' } })
  await expect(forged).rejects.toThrow('nobody knows what became of it')
})
