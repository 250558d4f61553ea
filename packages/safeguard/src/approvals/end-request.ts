import type { Actor } from '@hub/contracts'
import type { Prisma } from '@hub/prisma'
import { releaseUndo } from '../outcomes/undo.store.ts'
import type { Change } from '../transaction.store.ts'
import { insertDecision, stateOf } from './approval.store.ts'
import type { ApprovalRow, MovedColumns } from './approval-row.ts'
import type { Decider } from './decider.ts'
import { decisionOf, type Said } from './decision-of.ts'
import { nextStates, stateEvents } from './transitions.ts'

/**
 * Writes what somebody says of a request that does not end with it, or not at once.
 * @returns the request with that decision
 */
export async function recordDecision(change: Change, row: ApprovalRow, said: Said): Promise<ApprovalRow> {
  const decision = decisionOf(row, said, change.now)
  await insertDecision(change.tx, decision)
  return { ...row, decisions: [...row.decisions, decision] }
}

/** How the audit names in whose name a decision was taken. */
export function onBehalf({ acting }: Decider): { onBehalfOf?: string } {
  return acting ? { onBehalfOf: acting.userId } : {}
}

/** Ends after which nothing has happened. */
const withoutEffect: readonly (keyof typeof stateEvents)[] = ['rejected', 'expired', 'cancelled', 'failed']

/**
 * Moves a locked request along its state machine to `state`, tells it and writes it in the audit chain, in one call to
 * the database with what somebody says of it. One that was to take an effect back and ends without effect lets go of
 * it.
 * @returns the request as it is now, with the parts that `row` has
 */
export async function endWith(
  change: Change,
  row: ApprovalRow,
  end: {
    state: keyof typeof stateEvents
    actor: Actor
    action: string
    details?: Prisma.InputJsonObject
    columns?: MovedColumns
    /** The decision that ends it, unless it is recorded already. */
    said?: Said
  },
): Promise<ApprovalRow> {
  const from = stateOf(row)
  if (!nextStates[from].includes(end.state)) throw new Error(`${row.id}: ${from} cannot become ${end.state}`)
  const decision = end.said && decisionOf(row, end.said, change.now)
  const columns = { ...end.columns, state: end.state }
  if (row.undoOf !== null && withoutEffect.includes(end.state))
    await releaseUndo(change.tx, { undoOf: row.undoOf, by: row.id })
  change.emit(stateEvents[end.state], {
    approvalId: row.id,
    state: end.state,
    level: row.securityLevel,
    conversationId: row.conversationId,
  })
  await change.audit(
    {
      actor: end.actor,
      action: end.action,
      subjectType: 'approval',
      subjectId: row.id,
      details: { digest: row.digest, tool: row.toolName, ...end.details },
    },
    { moved: { ...columns, id: row.id }, ...(decision && { decision }) },
  )
  return { ...row, ...columns, decisions: decision ? [...row.decisions, decision] : row.decisions }
}

const clockwork: Actor = { type: 'system', name: 'safeguard' }

/** Expiry denies, also when the sweep has not come by yet. */
export async function expireRow(change: Change, row: ApprovalRow): Promise<void> {
  await endWith(change, row, {
    state: 'expired',
    actor: clockwork,
    action: 'approval.expire',
    columns: { finishedAt: change.now },
  })
}
