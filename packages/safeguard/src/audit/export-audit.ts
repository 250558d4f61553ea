import type { Db } from '@hub/prisma'
import { readAuditHead, readAuditRows } from './audit-rows.store.ts'
import type { StoredAuditRow } from './verify-chain.ts'

/** Marks the first line of an export. */
export const exportFormat = 'hub-audit-1'

/**
 * The chain as lines of JSON (NDJSON): a first line that says where it ends, then every row. Rows that are added
 * meanwhile are left out. The rows never change, so no lock is held while a slow reader takes them.
 */
export async function* exportAudit(db: Db, now: Date): AsyncGenerator<string> {
  const head = await readAuditHead(db)
  if (!head) throw new Error('The audit chain has no head')
  const first = {
    format: exportFormat,
    exportedAt: now.toISOString(),
    rows: Number(head.seq),
    head: head.hash,
  }
  yield `${JSON.stringify(first)}\n`
  if (head.seq > 0n)
    for await (const row of readAuditRows(db, head.seq)) yield `${JSON.stringify(presentAuditRow(row))}\n`
}

/** A row as the API and the export show it. */
export function presentAuditRow(row: StoredAuditRow) {
  return { ...row, seq: row.seq.toString(), at: row.at.toISOString() }
}
