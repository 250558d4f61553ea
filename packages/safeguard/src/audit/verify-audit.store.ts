import { type Db, Prisma, type Tx } from '@hub/prisma'
import { readAuditHead, readAuditRows } from './audit-rows.store.ts'
import { type AuditVerdict, type ChainEnd, verifyChain } from './verify-chain.ts'

/** Time that the longest chain may take. */
const timeoutMs = 30 * 60_000

/**
 * Recomputes the whole chain; names the first row that does not fit. Rows and head are read as they were at one
 * instant: rows that are being added are no gap.
 * @param known an end that was noted earlier, elsewhere: who rewrites the whole chain cannot fit that
 */
export async function verifyAudit(db: Db, known?: ChainEnd): Promise<AuditVerdict> {
  const isolationLevel = Prisma.TransactionIsolationLevel.RepeatableRead
  const verify = (tx: Tx) => verifyChain(readAuditRows(tx), () => readAuditHead(tx), known)
  return db.$transaction(verify, { isolationLevel, timeout: timeoutMs })
}
