import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requestApproval } from '../../src/approvals/request-approval.ts'
import { reviewBreakGlass } from '../../src/break-glass/review-break-glass.ts'
import { type OpenGate, resetOf } from '../../tests/open-gate.ts'
import { openRuledGate } from '../open-ruled-gate.ts'
import { act } from './act.ts'
import { giveGrant, makeRequest } from './make-request.ts'
import { castRoles } from './people.ts'

/** Columns that may change on a row that is there, each with its reason; every other column of these tables may not. */
const mayChange: Record<string, Record<string, string>> = {
  approvals: {
    deferred_until: 'a deferral, and its end; the expiry does not follow it by itself',
    deferred_for: 'a deferral, and its end',
    deferred_at: 'a deferral',
    deferred_left_ms: 'a deferral',
    alive_at: 'the sign of life of an execution',
    looked_at: 'the ticket was looked at while the request waits for its answer',
    ladder_step: 'who was told',
    escalated_to: 'who was told',
    reported_at: 'the followup in the ticket was written',
    report_tries: 'the followup in the ticket was tried',
    undone_by: 'the effect is being taken back',
  },
  approval_decisions: {},
  approval_comments: {},
  user_audit_log: {},
  audit_head: {},
  break_glass_uses: {},
  // `uses` grows by one up to its maximum, which one of the rows here has reached.
  standing_grants: {},
  delegations: {},
}
const tables = Object.keys(mayChange)

let gate: OpenGate
beforeAll(async () => {
  gate = await openRuledGate()
  const cast = await castRoles(gate)
  const { ctx } = gate
  const made = await makeRequest(gate, cast, { level: 'L4', place: 'pending' })
  await act(ctx, cast, { event: 'comment', role: 'N1', made })
  await act(ctx, cast, { event: 'break_glass', role: 'N4', made })
  const input = { verdict: 'justified' as const, note: 'It was.' }
  await reviewBreakGlass(ctx, { approvalId: made.id, actor: cast.user('N3'), input })
  await act(ctx, cast, { event: 'consume', role: 'executor', made })
  await act(ctx, cast, { event: 'finish_executed', role: 'executor', made })
  const request = resetOf({ requester: cast.user('requester') })
  await giveGrant(ctx, cast, request)
  await requestApproval(ctx, request)
})
afterAll(() => gate?.close())

const run = (sql: string) => gate.ctx.db.$executeRawUnsafe(sql)

const otherValue: Record<string, (column: string) => string> = {
  text: (column) => `COALESCE("${column}", '') || 'x'`,
  uuid: () => 'gen_random_uuid()',
  boolean: (column) => `NOT "${column}"`,
  integer: (column) => `COALESCE("${column}", 0) + 1`,
  bigint: (column) => `COALESCE("${column}", 0) + 1`,
  jsonb: () => `'{"forged": true}'`,
  'timestamp with time zone': (column) => `COALESCE("${column}", now()) + interval '1 minute'`,
}

async function columnsOf(table: string): Promise<{ name: string; type: string }[]> {
  return gate.ctx.db.$queryRaw`
    SELECT column_name AS name, data_type AS type FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name = ${table} ORDER BY ordinal_position`
}

describe.each(tables)('what is on record in %s', (table) => {
  it('is not rewritten, whatever the column', async () => {
    const accepted: string[] = []
    const columns = await columnsOf(table)
    expect(columns.length).toBeGreaterThan(2)
    for (const { name, type } of columns) {
      const value = otherValue[type]
      if (!value) throw new Error(`no other value of ${type}`)
      const answer = await run(`UPDATE "${table}" SET "${name}" = ${value(name)}`).then((count) => {
        expect(count, `${table} has rows`).toBeGreaterThan(0)
        return null
      }, String)
      if (answer === null) accepted.push(name)
      else expect(answer).toContain('P0001')
    }
    expect(accepted.toSorted()).toEqual(Object.keys(mayChange[table] ?? {}).toSorted())
  })

  it.each(['DELETE FROM', 'TRUNCATE'])('is not taken away by %s', async (verb) => {
    const cascade = verb === 'TRUNCATE' ? ' CASCADE' : ''
    await expect(run(`${verb} "${table}"${cascade}`)).rejects.toThrow('P0001')
  })
  it('stays so for a column that a later version adds', async () => {
    await run(`ALTER TABLE "${table}" ADD COLUMN "added_later" TEXT`)
    const rewrite = run(`UPDATE "${table}" SET "added_later" = 'x'`)
    await expect(
      rewrite.finally(() => run(`ALTER TABLE "${table}" DROP COLUMN "added_later"`)),
    ).rejects.toThrow('P0001')
  })
})
