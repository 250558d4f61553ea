import type { LocalizedText } from '@hub/contracts'
import type { Tx } from '@hub/prisma'

/**
 * Lets the record of the call that carried a request out tell what became of it. Belongs into the transaction that
 * settles the request: the two never differ.
 */
export async function settleCalls(
  tx: Tx,
  settled: { approvalId: string; state: 'executed' | 'failed'; summary: LocalizedText; now: Date },
): Promise<void> {
  const { approvalId, state, summary, now } = settled
  // the call that asked for the request keeps its own record: it ended with the asking
  const where = { approvalId, status: { in: ['running', 'ok', 'error'] } }
  await tx.toolExecution.updateMany({ where: { ...where, finishedAt: null }, data: { finishedAt: now } })
  await tx.toolExecution.updateMany({
    where,
    data: { status: state === 'executed' ? 'ok' : 'error', summary },
  })
}
