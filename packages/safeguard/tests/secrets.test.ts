import { randomBytes } from 'node:crypto'
import type { Actor, UserActor } from '@hub/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readApproval } from '../src/approvals/approval.store.ts'
import { approveRequest } from '../src/approvals/approve-request.ts'
import { consumeApproval } from '../src/approvals/consume-approval.ts'
import { presentApproval } from '../src/approvals/present-approval.ts'
import { recordOutcome } from '../src/approvals/record-outcome.ts'
import { requestApproval } from '../src/approvals/request-approval.ts'
import { eraseExpiredSecrets } from '../src/secrets/erase-secrets.store.ts'
import { keepSecret } from '../src/secrets/keep-secret.store.ts'
import { revealSecret } from '../src/secrets/reveal-secret.store.ts'
import { type OpenGate, openGate, person, resetOf } from './open-gate.ts'

let gate: OpenGate
beforeAll(async () => {
  gate = await openGate()
})
afterAll(() => gate?.close())

const key = randomBytes(32).toString('base64url')
const secret = 'Tr4in-rapide-vert'
const executor: Actor = { type: 'workflow', name: 'safeguard', runId: 'r1' }
const requester = person('N1')
const approver = person('N2')

/** A request that ended in `state`, with its secret kept. */
async function ended(state: 'executed' | 'failed'): Promise<string> {
  const request = resetOf({ requester })
  const { id: approvalId, digest } = await requestApproval(gate.ctx, request)
  await approveRequest(gate.ctx, { approvalId, actor: approver, input: { digest } })
  await consumeApproval(gate.ctx, { ...request, approvalId, executor })
  await keepSecret(gate.ctx, { approvalId, key, secret })
  const summary = { fr: 'Fin.', en: 'End.' }
  await recordOutcome(gate.ctx, { approvalId, state, actor: executor, summary, verification: null })
  return approvalId
}

const reveal = (approvalId: string, actor: UserActor) => revealSecret(gate.ctx, { approvalId, actor, key })
const nothing = expect.objectContaining({ code: 'CONFLICT', reason: 'approval.no_secret' })
const sealedOf = async (id: string) => (await readApproval(gate.ctx.db, id)).secret?.sealed

describe('a generated secret', () => {
  it.each([
    ['the requester', requester],
    ['the approver', approver],
  ])('is shown once, to %s', async (_name, reader) => {
    const id = await ended('executed')
    await expect(reveal(id, person('N4'))).rejects.toThrow(nothing)
    expect(await reveal(id, reader)).toBe(secret)
    expect(await sealedOf(id)).toBeNull()
    await expect(reveal(id, requester)).rejects.toThrow(nothing)
    await expect(reveal(id, approver)).rejects.toThrow(nothing)
  })

  it('is shown to one of two who ask at the same time', async () => {
    const id = await ended('executed')
    const answers = await Promise.allSettled([reveal(id, requester), reveal(id, approver)])
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1)
  })

  it('is not shown after a failure', async () => {
    await expect(reveal(await ended('failed'), requester)).rejects.toThrow(nothing)
  })

  it('is not shown with another key, and stays kept', async () => {
    const id = await ended('executed')
    const wrong = { approvalId: id, actor: requester, key: randomBytes(32).toString('base64url') }
    await expect(revealSecret(gate.ctx, wrong)).rejects.toThrow()
    expect(await reveal(id, requester)).toBe(secret)
  })

  it('is never in a shown request, and its reveal is in the audit', async () => {
    const id = await ended('executed')
    const shown = presentApproval(await readApproval(gate.ctx.db, id), {
      actor: requester,
      actsFor: [],
      now: gate.ctx.clock.now(),
    })
    expect(shown.secretAvailable).toBe(true)
    expect(JSON.stringify(shown)).not.toMatch(/sealed|Tr4in/)
    await reveal(id, requester)
    const rows = await gate.ctx.db.userAuditLog.findMany({ where: { subjectId: id } })
    expect(rows.map((row) => row.action)).toContain('approval.reveal_secret')
    expect(JSON.stringify(rows.map((row) => row.details))).not.toContain(secret)
  })

  it('is erased a day later', async () => {
    const id = await ended('executed')
    gate.forward(24 * 3_600_000)
    await expect(reveal(id, requester)).rejects.toThrow(nothing)
    expect(await sealedOf(id)).not.toBeNull()
    expect(await eraseExpiredSecrets(gate.ctx)).toBeGreaterThan(0)
    expect(await sealedOf(id)).toBeNull()
  })
})
