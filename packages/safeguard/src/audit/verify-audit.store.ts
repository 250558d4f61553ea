import { type Db, Prisma, type Tx } from '@hub/prisma'
import { readAuditHead, readAuditRows } from './audit-rows.store.ts'
import { type AuditVerdict, verifyChain } from './verify-chain.ts'

/** Time that the longest chain may take. */
const timeoutMs = 30 * 60_000

/**
 * Recomputes the whole chain; names the first row that does not fit. Rows and head are read as they were at one
 * instant: rows that are being added are no gap.
 */
export async function verifyAudit(db: Db): Promise<AuditVerdict> {
  const isolationLevel = Prisma.TransactionIsolationLevel.RepeatableRead
  const verify = (tx: Tx) => verifyChain(readAuditRows(tx), () => readAuditHead(tx))
  return db.$transaction(verify, { isolationLevel, timeout: timeoutMs })
}
