import type { UserActor } from '@hub/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readApproval } from '../src/approvals/approval.store.ts'
import type { ApprovalRow } from '../src/approvals/approval-row.ts'
import { approveRequest } from '../src/approvals/approve-request.ts'
import { rejectRequest } from '../src/approvals/reject-request.ts'
import type { ActionRequest } from '../src/approvals/request-approval.ts'
import { verifyAudit } from '../src/audit/verify-audit.store.ts'
import { approveTogether } from '../src/together/approve-together.ts'
import { ask, minuteMs, type OpenGate, openGate, person, resetOf } from './open-gate.ts'

let gate: OpenGate
beforeAll(async () => {
  gate = await openGate()
})
afterAll(() => gate?.close())

const several = async (count: number, change: Partial<ActionRequest> = {}) => {
  const rows: ApprovalRow[] = []
  for (let n = 0; n < count; n += 1) rows.push(await ask(gate, change))
  return rows
}
const listOf = (rows: ApprovalRow[]) => rows.map(({ id: approvalId, digest }) => ({ approvalId, digest }))
const together = (rows: ApprovalRow[], actor: UserActor = person('N2'), reason?: string) =>
  approveTogether(gate.ctx, { actor, input: { requests: listOf(rows), ...(reason && { reason }) } })
const statesOf = (rows: ApprovalRow[]) =>
  Promise.all(rows.map(async ({ id }) => (await readApproval(gate.ctx.db, id)).state))
const refusal = (reason: string) => expect.objectContaining({ reason })
const pending = (rows: ApprovalRow[]) => rows.map(() => 'pending')

describe('several requests of one kind', () => {
  it('are all approved, in the order listed, each with its audit row and the id of the gesture', async () => {
    const rows = (await several(3)).toReversed()
    const actor = person('N2')
    const done = await together(rows, actor, 'same cause')
    expect(done.map(({ id, state }) => [id, state])).toEqual(rows.map(({ id }) => [id, 'approved']))
    for (const { decisions } of done)
      expect(decisions).toMatchObject([{ kind: 'approve', userId: actor.userId, reason: 'same cause' }])
    const audited = await gate.ctx.db.userAuditLog.findMany({
      where: { action: 'approval.approve', subjectId: { in: rows.map(({ id }) => id) } },
    })
    const batches = new Set(audited.map(({ details }) => (details as { batchId: string }).batchId))
    expect(audited).toHaveLength(3)
    expect([...batches]).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/)])
    expect(audited[0]).toMatchObject({ details: { batchSize: 3 } })
    const told = gate.events.filter(
      ({ type, data }) =>
        type === 'safeguard:request_approved' && rows.some(({ id }) => id === data.approvalId),
    )
    expect(told).toHaveLength(3)
  })

  it.each<[string, () => Promise<ApprovalRow>, string]>([
    ['was asked for by the one who approves', () => ask(gate, { requester: approver }), 'approval.self'],
    ['needs a higher level', () => asking({ approver: 'N3' }), 'approval.level'],
    ['needs a reason', () => asking({ reasonRequired: true }), 'approval.reason_missing'],
    ['has another digest', async () => ({ ...(await ask(gate)), digest: 'f'.repeat(64) }), 'approval.digest'],
    ['is decided already', () => rejected(), 'approval.state.rejected'],
    ['does not exist', async () => ({ ...(await ask(gate)), id: 'APR-2026-999999' }), 'approval.not_found'],
  ])('are all left alone when one %s', async (_name, odd, reason) => {
    const [first, last] = await several(2)
    if (!first || !last) throw new Error('no requests')
    const rows = [first, await odd(), last]
    const failure = await together(rows, approver).catch((error: unknown) => error)
    expect(failure).toMatchObject({ reason })
    expect((failure as { fields: { path: string }[] }).fields[0]?.path).toBe('requests.1')
    expect(await statesOf([first, last])).toEqual(pending([first, last]))
    expect((await readApproval(gate.ctx.db, first.id)).decisions).toEqual([])
  })

  it('are all left alone when one has expired', async () => {
    const [old] = await several(1)
    if (!old) throw new Error('no request')
    gate.forward(old.expiresAt.getTime() - gate.ctx.clock.now().getTime())
    const [fresh] = await several(1)
    if (!fresh) throw new Error('no request')
    await expect(together([fresh, old])).rejects.toThrow(refusal('approval.expired'))
    expect(await statesOf([fresh])).toEqual(['pending'])
  })
})

const approver = person('N2')
const asking = (terms: Partial<ActionRequest['terms']>, change: Partial<ActionRequest> = {}) =>
  ask(gate, { ...change, terms: { ...resetOf(change).terms, ...terms } })

async function rejected(): Promise<ApprovalRow> {
  const row = await ask(gate)
  const input = { digest: row.digest, reason: 'not needed' }
  await rejectRequest(gate.ctx, { approvalId: row.id, actor: person('N2'), input })
  return row
}

describe('requests that are not of one kind', () => {
  it.each<[string, () => Promise<ApprovalRow>]>([
    ['another tool', () => ask(gate, { toolName: 'ad_disable_account' })],
    ['another version of the tool', () => ask(gate, { toolVersion: '2' })],
    ['another policy', () => ask(gate, { policyVersion: '0'.repeat(16) })],
    ['L4', () => ask(gate, { level: 'L4' })],
    ['a proof of presence', () => asking({ stepUp: true })],
    ['a preview to be seen', () => asking({ previewSeen: true })],
  ])('because of %s are refused', async (_name, odd) => {
    const rows = [...(await several(1)), await odd()]
    await expect(together(rows, person('N4'), 'same cause')).rejects.toThrow(
      refusal('approval.together_mixed'),
    )
    expect(await statesOf(rows)).toEqual(pending(rows))
  })

  // the embedded database runs one transaction at a time: only a server has locks to wait for
  it.skipIf(!process.env.TEST_DATABASE_ADMIN_URL)('locks nothing that it could not approve', async () => {
    const [running, fresh] = await several(2)
    if (!running || !fresh) throw new Error('two were asked for')
    await approveRequest(gate.ctx, { approvalId: running.id, actor: person('N2'), input: running })
    await gate.ctx.db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM approvals WHERE id = ${running.id} FOR UPDATE`
      await expect(together([running, fresh])).rejects.toThrow(refusal('approval.state.approved'))
    })
    expect(await statesOf([fresh])).toEqual(['pending'])
  })

  it('because one is listed twice are refused', async () => {
    const rows = await several(1)
    await expect(together([...rows, ...rows])).rejects.toThrow(refusal('approval.together_twice'))
  })
})

describe('at the same time', () => {
  it('two gestures over the same requests, in either order, end without a deadlock and one wins', async () => {
    const rows = await several(6)
    const answers = await Promise.allSettled([
      together(rows, person('N2')),
      together(rows.toReversed(), person('N3')),
      together(rows.slice(2), person('N2')),
    ])
    const won = answers.filter(({ status }) => status === 'fulfilled')
    expect(won).toHaveLength(1)
    for (const answer of answers)
      if (answer.status === 'rejected')
        expect(answer.reason).toMatchObject({ reason: 'approval.state.approved' })
    const decisions = await gate.ctx.db.approvalDecision.count({
      where: { approvalId: { in: rows.map(({ id }) => id) } },
    })
    expect([4, 6]).toContain(decisions)
  })

  it('single decisions and a gesture never lock each other out', async () => {
    const rows = await several(8)
    const singles = rows
      .slice(4)
      .map(({ id: approvalId, digest }) =>
        approveRequest(gate.ctx, { approvalId, actor: person('N2'), input: { digest } }),
      )
    const [batch, ...answers] = await Promise.allSettled([together(rows), ...singles])
    const problems = [batch, ...answers].flatMap((one) =>
      one?.status === 'rejected' ? [one.reason as { reason?: string }] : [],
    )
    for (const problem of problems) expect(problem.reason).toBe('approval.state.approved')
    expect((await statesOf(rows.slice(4))).every((state) => state === 'approved')).toBe(true)
  })

  it(
    'fifty requests are approved well within the time of a transaction',
    async () => {
      const rows = await several(50)
      const startedAt = performance.now()
      const done = await together(rows)
      expect(done).toHaveLength(50)
      expect(performance.now() - startedAt).toBeLessThan(7_500)
      expect(await verifyAudit(gate.ctx.db)).toMatchObject({ isIntact: true })
    },
    4 * minuteMs,
  )
})
