import { type Actor, actorKey } from '@hub/contracts'
import type { Prisma, Tx } from '@hub/prisma'
import { chainHash } from './chain-hash.ts'

export interface AuditEntry {
  actor: Actor
  /** `entity.verb`, e.g. `approval.approve`. */
  action: string
  subjectType: string
  subjectId: string
  details: Prisma.InputJsonObject
  at: Date
}

/**
 * Adds one row to the audit chain, in the transaction of what it records and before any effect.
 * Writers queue on the head row: call it last in the transaction.
 */
export async function appendAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  const [head] = await tx.$queryRaw<{ seq: bigint; hash: string }[]>`
    SELECT seq, hash FROM audit_head WHERE id = 1 FOR UPDATE`
  if (!head) throw new Error('The audit chain has no head')
  const row = { ...entry, actorKey: actorKey(entry.actor), seq: head.seq + 1n, prevHash: head.hash }
  const hash = chainHash(row)
  await tx.userAuditLog.create({ data: { ...row, hash } })
  await tx.auditHead.update({ where: { id: 1 }, data: { seq: row.seq, hash } })
}
