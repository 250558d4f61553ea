import type { Tx } from '@hub/prisma'
import { type HeldUndo, markUndo, releaseUndo } from '@hub/safeguard'

/**
 * What becomes of the hold of a direct undo that failed or was interrupted: `no` lets go of the effect, which stands;
 * `yes` keeps it; `unknown` keeps it and has the recovery look at the system again. Nothing for a call without one.
 */
export async function settleUndo(
  tx: Tx,
  claim: HeldUndo,
  seen: { answer: 'yes' | 'no' | 'unknown'; startedAt: Date },
): Promise<void> {
  if (seen.answer === 'no') await releaseUndo(tx, claim)
  else await markUndo(tx, claim, seen.answer === 'unknown' ? seen.startedAt : null)
}
