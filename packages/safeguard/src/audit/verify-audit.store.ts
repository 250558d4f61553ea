import { type Db, Prisma, type Tx } from '@hub/prisma'
import { chainHash } from './chain-hash.ts'

export type AuditVerdict =
  | { isIntact: true; rows: number; head: string }
  | { isIntact: false; rows: number; brokenSeq: string; problem: string }

const genesis = '0'.repeat(64)
const batch = 1_000

/** Time that the longest chain may take. */
const timeoutMs = 30 * 60_000

/**
 * Recomputes the whole chain; names the first row that does not fit. Rows and head are read as they were at one
 * instant: rows that are being added are no gap.
 */
export async function verifyAudit(db: Db): Promise<AuditVerdict> {
  const isolationLevel = Prisma.TransactionIsolationLevel.RepeatableRead
  return db.$transaction(verifyRows, { isolationLevel, timeout: timeoutMs })
}

async function verifyRows(tx: Tx): Promise<AuditVerdict> {
  let expected = { seq: 1n, prevHash: genesis }
  for (;;) {
    const rows = await tx.userAuditLog.findMany({
      where: { seq: { gte: expected.seq } },
      orderBy: { seq: 'asc' },
      take: batch,
    })
    for (const row of rows) {
      const problem = rowProblem(row, expected)
      if (problem)
        return { isIntact: false, rows: Number(expected.seq - 1n), brokenSeq: row.seq.toString(), problem }
      expected = { seq: row.seq + 1n, prevHash: row.hash }
    }
    if (rows.length < batch) return checkHead(tx, expected)
  }
}

type StoredRow = Parameters<typeof chainHash>[0] & { hash: string }

function rowProblem(row: StoredRow, expected: { seq: bigint; prevHash: string }): string | undefined {
  if (row.seq !== expected.seq) return `row ${expected.seq} is missing`
  if (row.prevHash !== expected.prevHash) return 'does not follow the row before'
  if (row.hash !== chainHash(row)) return 'its content was changed'
  return undefined
}

async function checkHead(tx: Tx, end: { seq: bigint; prevHash: string }): Promise<AuditVerdict> {
  const rows = Number(end.seq - 1n)
  const head = await tx.auditHead.findUnique({ where: { id: 1 } })
  if (head && head.seq === end.seq - 1n && head.hash === end.prevHash)
    return { isIntact: true, rows, head: end.prevHash }
  return { isIntact: false, rows, brokenSeq: end.seq.toString(), problem: 'rows are missing at the end' }
}
