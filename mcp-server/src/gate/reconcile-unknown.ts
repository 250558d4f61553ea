import { type Actor, LimitExceededError } from '@hub/contracts'
import { type ApprovalRow, assertMaySettle, claimLook, readApproval, recordLook } from '@hub/safeguard'
import type { GateContext } from './context.ts'
import { believe } from './landing.ts'
import { lookAtSystem } from './look-at-system.ts'
import { recordedUndo } from './recorded-undo.ts'

/** One request is looked at this often at most: a look may be a logon, and too many lock an account. */
const lookEveryMs = 60_000

/**
 * Looks again at the system of an execution whose outcome is unknown, for somebody who may settle it.
 * @returns the request, settled when the look was clear
 * @throws ForbiddenError, ConflictError, NotFoundError; LimitExceededError so soon after another look
 */
export async function reconcileUnknown(
  gate: GateContext,
  asked: { approvalId: string; actor: Actor },
): Promise<ApprovalRow> {
  const row = await readApproval(gate.db, asked.approvalId)
  assertMaySettle(row, asked.actor)
  if (!(await claimLook(gate.db, { id: row.id, now: gate.clock.now(), everyMs: lookEveryMs })))
    throw tooSoon(gate, await readApproval(gate.db, row.id))
  return lookAndRecord(gate, row, asked.actor)
}

/** The look itself and what it settles, in the name of `actor`; the look has been claimed. */
export async function lookAndRecord(gate: GateContext, row: ApprovalRow, actor: Actor): Promise<ApprovalRow> {
  const seen = await lookAtSystem(gate, row)
  const answer = believe(seen, { startedAt: row.executingAt, now: gate.clock.now() })
  const undo = answer === 'yes' ? await recordedUndo(gate, row) : null
  const settled = await recordLook(gate, { approvalId: row.id, actor, answer, undo })
  gate.log.info({ approvalId: row.id, answer }, 'unknown outcome looked at again')
  return settled
}

function tooSoon(gate: GateContext, { lookedAt }: ApprovalRow): LimitExceededError {
  const passedMs = gate.clock.now().getTime() - (lookedAt?.getTime() ?? 0)
  const seconds = Math.min(60, Math.max(1, Math.ceil((lookEveryMs - passedMs) / 1000)))
  return new LimitExceededError(`The system was looked at a moment ago: try again in ${seconds} s`, {
    reason: 'outcome.looked',
    params: { seconds },
    retryAfterSeconds: seconds,
  })
}
