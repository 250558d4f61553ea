import type { Db, Prisma } from '@hub/prisma'
import { readAuditHead, readAuditRows } from '../../src/audit/audit-rows.store.ts'
import { inTransaction } from '../../src/transaction.store.ts'
import type { OpenGate } from '../../tests/open-gate.ts'
import type { Chain } from './edits.ts'

/** Writes rows of different actors and contents into the chain. */
export async function writeRows(gate: OpenGate, count: number): Promise<void> {
  for (let n = 1; n <= count; n += 1)
    await inTransaction(gate.ctx, (change) =>
      change.audit({
        actor:
          n % 3 === 0 ? { type: 'system', name: `s${n}` } : { type: 'workflow', name: 'w', runId: `${n}` },
        action: n % 2 === 0 ? 'approval.approve' : 'approval.reject',
        subjectType: 'approval',
        subjectId: `APR-2026-${String(n).padStart(6, '0')}`,
        details: { n, reason: `motif n° ${n}`, nested: { list: [n, null, true], ratio: n / 7 } },
      }),
    )
}

/**
 * Works on the log with the rights of the tables' owner, the triggers off, and puts everything back.
 */
export async function asOwner<T>(
  db: Db,
  work: (run: (sql: string) => Promise<number>) => Promise<T>,
): Promise<T> {
  const run = (sql: string) => db.$executeRawUnsafe(sql)
  await run('CREATE TABLE kept_log AS SELECT * FROM user_audit_log')
  await run('CREATE TABLE kept_head AS SELECT * FROM audit_head')
  for (const table of ['user_audit_log', 'audit_head']) await run(`ALTER TABLE ${table} DISABLE TRIGGER ALL`)
  try {
    return await work(run)
  } finally {
    await run('DELETE FROM user_audit_log')
    await run('INSERT INTO user_audit_log SELECT * FROM kept_log')
    await run('UPDATE audit_head h SET seq = k.seq, hash = k.hash FROM kept_head k WHERE h.id = k.id')
    await run('DROP TABLE kept_log, kept_head')
    for (const table of ['user_audit_log', 'audit_head']) await run(`ALTER TABLE ${table} ENABLE TRIGGER ALL`)
  }
}

export async function readChain(db: Db): Promise<Chain> {
  const end = await readAuditHead(db)
  if (!end) throw new Error('no head')
  return { rows: await Array.fromAsync(readAuditRows(db)), end }
}

/** Puts another chain in the place of the one in the table; as the owner only. */
export async function writeChain(db: Db, { rows, end }: Chain): Promise<void> {
  const data = rows.map((row) => ({
    ...row,
    actor: row.actor as Prisma.InputJsonObject,
    details: row.details as Prisma.InputJsonObject,
  }))
  await db.$transaction([
    db.userAuditLog.deleteMany(),
    db.userAuditLog.createMany({ data }),
    db.auditHead.updateMany({ data: end }),
  ])
}
