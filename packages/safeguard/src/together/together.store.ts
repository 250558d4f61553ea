import type { Tx } from '@hub/prisma'
import { type ApprovalRow, withParts } from '../approvals/approval.store.ts'

export async function readApprovals(tx: Tx, ids: string[]): Promise<ApprovalRow[]> {
  return tx.approval.findMany({ where: { id: { in: ids } }, include: withParts })
}

/**
 * Reads requests and keeps others from changing them until the transaction ends. All are locked before anything is
 * written, in one order: two gestures over the same requests wait for each other and never lock each other out.
 */
export async function lockApprovals(tx: Tx, ids: string[]): Promise<ApprovalRow[]> {
  await tx.$queryRaw`SELECT id FROM approvals WHERE id = ANY(${ids}) ORDER BY id FOR UPDATE`
  return readApprovals(tx, ids)
}
