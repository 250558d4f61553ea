import type { Actor } from '@hub/contracts'
import { type ApprovalRow, assertMaySettle, readApproval, recordLook } from '@hub/safeguard'
import type { GateContext } from './context.ts'
import { lookAtSystem } from './look-at-system.ts'

/** After this long nothing of a write can still land: "not there" is an answer then. In milliseconds. */
const landsWithinMs = 5 * 60_000

/**
 * Looks again at the system of an execution whose outcome is unknown, for somebody who may settle it.
 * @returns the request, settled when the look was clear
 * @throws ForbiddenError, ConflictError, NotFoundError
 */
export async function reconcileUnknown(
  gate: GateContext,
  asked: { approvalId: string; actor: Actor },
): Promise<ApprovalRow> {
  const row = await readApproval(gate.db, asked.approvalId)
  assertMaySettle(row, asked.actor)
  const seen = await lookAtSystem(gate, row)
  const ageMs = gate.clock.now().getTime() - (row.executingAt?.getTime() ?? 0)
  const answer = seen === 'no' && ageMs < landsWithinMs ? 'unknown' : seen
  const settled = await recordLook(gate, { ...asked, answer })
  gate.log.info({ approvalId: row.id, answer }, 'unknown outcome looked at again')
  return settled
}
