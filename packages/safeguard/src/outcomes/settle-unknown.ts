import { type Actor, ApprovalOutcome, ConflictError } from '@hub/contracts'
import type { Prisma } from '@hub/prisma'
import { stateOf } from '../approvals/approval.store.ts'
import type { ApprovalRow, MovedColumns } from '../approvals/approval-row.ts'
import type { Said } from '../approvals/decision-of.ts'
import { endWith } from '../approvals/end-request.ts'
import type { Change } from '../transaction.store.ts'
import { settleCalls } from './settle-calls.store.ts'

/** How an `unknown` execution turned out. */
export interface Settlement {
  state: 'executed' | 'failed'
  actor: Actor
  /** `approval.verdict` or `approval.reconcile`. */
  action: string
  summary: ApprovalOutcome['summary']
  verification: ApprovalOutcome['verification']
  /** The call that takes the effect back, when it is known. */
  undo?: ApprovalOutcome['undo'] | undefined
  details: Prisma.InputJsonObject
  /** The verdict, unless a look at the system told. */
  said?: Said
  columns?: Pick<MovedColumns, 'reconciledAt'>
}

/** @throws ConflictError unless the outcome is unknown */
export function assertUnknown(row: ApprovalRow): void {
  const state = stateOf(row)
  if (state === 'unknown') return
  throw new ConflictError(`The outcome is known: ${state}`, { reason: 'outcome.known' })
}

/** Ends a locked `unknown` request, and the record of its call with it; its ticket is told again. */
export async function settleUnknown(
  change: Change,
  row: ApprovalRow,
  settled: Settlement,
): Promise<ApprovalRow> {
  const { state, actor, action, summary, verification, undo = null } = settled
  const finishedAt = change.now.toISOString()
  const outcome: ApprovalOutcome = ApprovalOutcome.parse({ summary, verification, finishedAt, undo })
  await settleCalls(change.tx, { approvalId: row.id, state, summary, now: change.now })
  return endWith(change, row, {
    state,
    actor,
    action,
    details: { state, ...settled.details },
    ...(settled.said && { said: settled.said }),
    columns: {
      finishedAt: change.now,
      outcome: outcome as Prisma.JsonObject,
      reportedAt: null,
      reportTries: 0,
      lookedAt: null,
      ...settled.columns,
    },
  })
}
