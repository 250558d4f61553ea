import { type Actor, actorKey } from '@hub/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readApproval } from '../src/approvals/approval.store.ts'
import type { ApprovalRow } from '../src/approvals/approval-row.ts'
import { approveRequest } from '../src/approvals/approve-request.ts'
import { type ActionAtHand, consumeApproval } from '../src/approvals/consume-approval.ts'
import { expireDue, startWithinMs } from '../src/approvals/expire-due.ts'
import { recordOutcome } from '../src/approvals/record-outcome.ts'
import { type ActionRequest, requestApproval } from '../src/approvals/request-approval.ts'
import { type OpenGate, openGate, person, resetOf } from './open-gate.ts'

let gate: OpenGate
beforeAll(async () => {
  gate = await openGate()
})
afterAll(() => gate?.close())

const executor: Actor = { type: 'workflow', name: 'safeguard', runId: 'r1' }
const told = { fr: 'Fait.', en: 'Done.' }

async function approved(): Promise<{ row: ApprovalRow; action: ActionAtHand }> {
  const request = resetOf()
  const asked = await requestApproval(gate.ctx, request)
  const { digest, id: approvalId } = asked
  const row = await approveRequest(gate.ctx, { approvalId, actor: person('N2'), input: { digest } })
  return { row, action: actionOf(request, approvalId) }
}

function actionOf(request: ActionRequest, approvalId: string): ActionAtHand {
  const { toolName, toolVersion, target, policyVersion } = request
  return { approvalId, toolName, toolVersion, arguments: request.arguments, target, policyVersion, executor }
}

const stateOf = async (id: string) => (await readApproval(gate.ctx.db, id)).state

describe('asking', () => {
  it('gives the open request again for the same action, a new one for anything else', async () => {
    const request = resetOf()
    const ids = await Promise.all([1, 2, 3].map(async () => (await requestApproval(gate.ctx, request)).id))
    expect(new Set(ids).size).toBe(1)
    const others = [
      { ...request, arguments: { ...request.arguments, unlock: true } },
      { ...request, requester: person('N1') },
      { ...request, context: { ...request.context, ticketId: 7 } },
    ]
    for (const other of others) expect(ids).not.toContain((await requestApproval(gate.ctx, other)).id)
  })

  it('opens a new request once the first has ended, not while it is carried out', async () => {
    const requester = person('N1')
    const request = resetOf({ requester })
    const first = await requestApproval(gate.ctx, request)
    const { id: approvalId, digest } = first
    await approveRequest(gate.ctx, { approvalId, actor: person('N2'), input: { digest } })
    expect(await requestApproval(gate.ctx, request)).toMatchObject({ id: approvalId, state: 'approved' })
    await consumeApproval(gate.ctx, actionOf(request, approvalId))
    expect(await requestApproval(gate.ctx, request)).toMatchObject({ id: approvalId, state: 'executing' })
    const end = { state: 'executed', actor: executor, summary: told, verification: null } as const
    await recordOutcome(gate.ctx, { approvalId, ...end })
    const second = await requestApproval(gate.ctx, request)
    expect(second).toMatchObject({ digest, state: 'pending', requesterKey: actorKey(requester) })
    expect(second.id).not.toBe(approvalId)
  })
})

describe('using an approval', () => {
  it('works once, however many try at the same time', async () => {
    const { row, action } = await approved()
    const tries = await Promise.allSettled([1, 2, 3, 4, 5].map(() => consumeApproval(gate.ctx, action)))
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    await recordOutcome(gate.ctx, {
      approvalId: row.id,
      state: 'executed',
      actor: executor,
      summary: told,
      verification: null,
    })
    await expect(consumeApproval(gate.ctx, action)).rejects.toThrow(
      expect.objectContaining({ reason: 'approval.state.executed' }),
    )
  })

  it.each<[string, (action: ActionAtHand) => Partial<ActionAtHand>, string?]>([
    ['another argument', (action) => ({ arguments: { ...action.arguments, unlock: false } })],
    ['another target', (action) => ({ target: { ...action.target, id: 'another' } })],
    ['another tool', () => ({ toolName: 'ad_unlock_account' })],
    ['another version of the tool', () => ({ toolVersion: '2' })],
    ['another policy', () => ({ policyVersion: '0'.repeat(16) }), 'approval.policy_changed'],
  ])('refuses %s and leaves the approval unused', async (_name, change, reason = 'approval.digest') => {
    const { row, action } = await approved()
    await expect(consumeApproval(gate.ctx, { ...action, ...change(action) })).rejects.toThrow(
      expect.objectContaining({ code: 'CONFLICT', reason }),
    )
    expect(await stateOf(row.id)).toBe('approved')
    expect((await consumeApproval(gate.ctx, action)).state).toBe('executing')
  })

  it('needs the yes first', async () => {
    const request = resetOf()
    const { id } = await requestApproval(gate.ctx, request)
    await expect(consumeApproval(gate.ctx, actionOf(request, id))).rejects.toThrow(
      expect.objectContaining({ reason: 'approval.not_approved' }),
    )
    expect(await stateOf(id)).toBe('pending')
  })

  it('cannot be given a state that nobody decided', async () => {
    const request = resetOf({ terms: { ...resetOf().terms, approvals: 2 } })
    const { id, digest } = await requestApproval(gate.ctx, request)
    await approveRequest(gate.ctx, { approvalId: id, actor: person('N3'), input: { digest } })
    const forged = gate.ctx.db
      .$executeRaw`UPDATE approvals SET state = 'approved', decided_at = now() WHERE id = ${id}`
    await expect(forged).rejects.toThrow('not enough people said yes')
    await expect(consumeApproval(gate.ctx, actionOf(request, id))).rejects.toThrow(
      expect.objectContaining({ code: 'CONFLICT', reason: 'approval.not_approved' }),
    )
  })

  it('writes its audit row with it', async () => {
    const { row, action } = await approved()
    await consumeApproval(gate.ctx, action)
    const audited = await gate.ctx.db.userAuditLog.findFirst({
      where: { subjectId: row.id, action: 'approval.execute' },
    })
    expect(audited).toMatchObject({ actor: executor, details: { digest: row.digest } })
  })
})

describe('time', () => {
  it('denies what nobody decided and what nothing could start', async () => {
    const [waiting, late] = [await requestApproval(gate.ctx, resetOf()), await approved()]
    gate.forward(startWithinMs)
    await expect(consumeApproval(gate.ctx, late.action)).rejects.toThrow(
      expect.objectContaining({ reason: 'approval.too_old' }),
    )
    expect(await expireDue(gate.ctx)).toContain(late.row.id)
    expect(await stateOf(waiting.id)).toBe('pending')
    gate.forward(waiting.expiresAt.getTime() - gate.ctx.clock.now().getTime())
    expect(await expireDue(gate.ctx)).toContain(waiting.id)
    expect([await stateOf(waiting.id), await stateOf(late.row.id)]).toEqual(['expired', 'expired'])
    await expect(consumeApproval(gate.ctx, late.action)).rejects.toThrow(
      expect.objectContaining({ reason: 'approval.state.expired' }),
    )
    expect(await expireDue(gate.ctx)).toEqual([])
  })

  it('expires each request once when two sweeps meet', async () => {
    const { id, expiresAt } = await requestApproval(gate.ctx, resetOf())
    gate.forward(expiresAt.getTime() - gate.ctx.clock.now().getTime())
    const swept = await Promise.all([expireDue(gate.ctx), expireDue(gate.ctx), expireDue(gate.ctx)])
    expect(swept.flat().filter((one) => one === id)).toHaveLength(1)
  })
})

it('does not end a request twice', async () => {
  const { row, action } = await approved()
  await consumeApproval(gate.ctx, action)
  const end = { approvalId: row.id, actor: executor, summary: told, verification: null }
  await recordOutcome(gate.ctx, { ...end, state: 'unknown' })
  await expect(recordOutcome(gate.ctx, { ...end, state: 'executed' })).rejects.toThrow(
    expect.objectContaining({ code: 'CONFLICT', reason: 'approval.state.unknown' }),
  )
  expect(await stateOf(row.id)).toBe('unknown')
})
