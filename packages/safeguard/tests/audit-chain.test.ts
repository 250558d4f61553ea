import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readApproval } from '../src/approvals/approval.store.ts'
import type { ApprovalRow } from '../src/approvals/approval-row.ts'
import { cancelRequest } from '../src/approvals/cancel-request.ts'
import { rejectRequest } from '../src/approvals/reject-request.ts'
import type { ActionRequest } from '../src/approvals/request-approval.ts'
import { verifyAudit } from '../src/audit/verify-audit.store.ts'
import { inTransaction } from '../src/transaction.store.ts'
import { ask, type OpenGate, openGate, person } from './open-gate.ts'

let gate: OpenGate
beforeAll(async () => {
  gate = await openGate()
})
afterAll(() => gate?.close())

const run = (sql: string) => gate.ctx.db.$executeRawUnsafe(sql)

/** What only somebody with the rights of the table's owner can do. @returns a function that undoes it */
async function tamper(sql: string): Promise<() => Promise<void>> {
  await run('CREATE TABLE kept AS SELECT * FROM user_audit_log')
  await run('ALTER TABLE user_audit_log DISABLE TRIGGER ALL')
  await run(sql)
  return async () => {
    await run('DELETE FROM user_audit_log')
    await run('INSERT INTO user_audit_log SELECT * FROM kept')
    await run('DROP TABLE kept')
    await run('ALTER TABLE user_audit_log ENABLE TRIGGER ALL')
  }
}

async function writeRows(count: number): Promise<void> {
  for (let n = 1; n <= count; n += 1)
    await inTransaction(gate.ctx, (change) =>
      change.audit({
        actor: { type: 'system', name: 'test' },
        action: 'test.write',
        subjectType: 'test',
        subjectId: String(n),
        details: {
          n,
          text: 'é « \u2028 » 😀',
          ratio: 0.1,
          big: 1e21,
          small: -0,
          none: null,
          list: [1, { b: 1, a: 2 }],
        },
      }),
    )
}

describe('the audit chain', () => {
  it('is intact when empty and after rows of any content', async () => {
    expect(await verifyAudit(gate.ctx.db)).toMatchObject({ isIntact: true, rows: 0 })
    await writeRows(5)
    expect(await verifyAudit(gate.ctx.db)).toMatchObject({ isIntact: true, rows: 5 })
  })

  it('keeps one order for writers at the same time', async () => {
    await Promise.all([1, 2, 3, 4].map(() => writeRows(5)))
    expect(await verifyAudit(gate.ctx.db)).toMatchObject({ isIntact: true, rows: 25 })
  })

  it('is never called broken because rows are being added', async () => {
    const writing = writeRows(40)
    const verdicts = []
    for (let n = 0; n < 15; n += 1) verdicts.push((await verifyAudit(gate.ctx.db)).isIntact)
    await writing
    expect(verdicts).not.toContain(false)
  })

  it.each([
    ['a changed detail', `UPDATE user_audit_log SET details = '{"n": 9}' WHERE seq = 3`, '3', 'changed'],
    ['another actor', `UPDATE user_audit_log SET actor_key = 'user:x' WHERE seq = 2`, '2', 'changed'],
    ['another time', `UPDATE user_audit_log SET at = at + interval '1 ms' WHERE seq = 4`, '4', 'changed'],
    ['a missing row', 'DELETE FROM user_audit_log WHERE seq = 3', '4', 'row 3 is missing'],
    ['a missing first row', 'DELETE FROM user_audit_log WHERE seq = 1', '2', 'row 1 is missing'],
    ['a missing tail', 'DELETE FROM user_audit_log WHERE seq > 3', '4', 'missing at the end'],
    ['an empty log', 'DELETE FROM user_audit_log', '1', 'missing at the end'],
  ])('shows %s', async (_name, sql, brokenSeq, problem) => {
    const undo = await tamper(sql)
    const verdict = await verifyAudit(gate.ctx.db)
    await undo()
    expect(verdict).toMatchObject({ isIntact: false, brokenSeq, problem: expect.stringContaining(problem) })
  })

  it.each([
    'UPDATE user_audit_log SET action = action',
    'DELETE FROM user_audit_log',
    'TRUNCATE user_audit_log',
  ])('refuses %s', async (sql) => {
    await expect(run(sql)).rejects.toThrow('append-only')
    expect(await verifyAudit(gate.ctx.db)).toMatchObject({ isIntact: true })
  })
})

describe('the table of requests', () => {
  it.each([
    [`arguments = '{"login": "adm-khora"}'`, 'what was asked cannot change'],
    [`target = '{}'`, 'what was asked cannot change'],
    ['required_approvals = 0', 'what was asked cannot change'],
    [`approver_level = 'N0'`, 'what was asked cannot change'],
    [`requester_key = 'user:x'`, 'what was asked cannot change'],
    [`max_expires_at = now() + interval '1 year'`, 'what was asked cannot change'],
    [`step_up_required = true`, 'what was asked cannot change'],
    [`expires_at = expires_at + interval '1 minute'`, 'only a deferral moves the expiry'],
    [`state = 'executing'`, 'pending cannot become executing'],
    [`state = 'executed'`, 'pending cannot become executed'],
    [`state = 'approved', decided_at = now()`, 'not enough people said yes'],
    [`state = 'rejected'`, 'nobody said so'],
    [`state = 'cancelled'`, 'nobody said so'],
    [`state = 'expired', finished_at = now()`, 'its time is not over'],
    [`state = 'expired'`, 'its time is not over'],
  ])('refuses %s', async (change, message) => {
    const { id } = await ask(gate)
    await expect(run(`UPDATE approvals SET ${change} WHERE id = '${id}'`)).rejects.toThrow(message)
  })

  const outcome = `'{"summary": {"fr": "plus utile", "en": "not needed"}}'`
  it.each<[string, ActionRequest['requester'], string]>([
    ['a person', person('N1'), `finished_at = now(), outcome = ${outcome}`],
    ['a run that gives no reason', { type: 'workflow', name: 'support', runId: 'a' }, 'finished_at = now()'],
    ['a run that does not end it', { type: 'workflow', name: 'support', runId: 'b' }, `outcome = ${outcome}`],
  ])('refuses that nobody cancels a request of %s', async (_, requester, columns) => {
    const { id } = await ask(gate, { requester })
    await expect(
      run(`UPDATE approvals SET state = 'cancelled', ${columns} WHERE id = '${id}'`),
    ).rejects.toThrow('nobody said so')
  })

  it.each(['DELETE FROM approvals', 'TRUNCATE approvals CASCADE'])('refuses %s', async (sql) => {
    await ask(gate)
    await expect(run(sql)).rejects.toThrow('takes new rows only')
  })

  const [requester, approver] = [person('N1'), person('N2')]
  const reason = 'not needed any more'
  it.each<[string, (row: ApprovalRow) => Promise<unknown>]>([
    [
      'rejected',
      ({ id, digest }) =>
        rejectRequest(gate.ctx, { approvalId: id, actor: approver, input: { digest, reason } }),
    ],
    [
      'cancelled',
      ({ id, digest }) => cancelRequest(gate.ctx, { approvalId: id, actor: requester, input: { digest } }),
    ],
    [
      'expired',
      ({ id }) => run(`UPDATE approvals SET state = 'expired', finished_at = expires_at WHERE id = '${id}'`),
    ],
  ])('leaves nothing after %s', async (state, end) => {
    const row = await ask(gate, { requester })
    await end(row)
    expect((await readApproval(gate.ctx.db, row.id)).state).toBe(state)
    for (const next of ['pending', 'approved', 'executing'])
      await expect(run(`UPDATE approvals SET state = '${next}' WHERE id = '${row.id}'`)).rejects.toThrow(
        'cannot become',
      )
  })
})

it('keeps neither the change nor the event of a transaction whose audit row fails', async () => {
  const { db } = gate.ctx
  const before = [await db.approval.count(), await db.event.count(), gate.events.length]
  await expect(run('DELETE FROM audit_head')).rejects.toThrow('takes new rows only')
  await run('ALTER TABLE audit_head DISABLE TRIGGER ALL')
  await run('DELETE FROM audit_head')
  await expect(ask(gate)).rejects.toThrow('no head')
  expect([await db.approval.count(), await db.event.count(), gate.events.length]).toEqual(before)
})
