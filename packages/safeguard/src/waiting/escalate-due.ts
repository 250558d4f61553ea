import type { Actor, WorkingHours } from '@hub/contracts'
import { lockApproval, stateOf } from '../approvals/approval.store.ts'
import type { ApprovalRow } from '../approvals/approval-row.ts'
import { timeLeft } from '../approvals/time-left.ts'
import { touchApproval } from '../approvals/touch-approval.store.ts'
import type { SafeguardContext } from '../context.ts'
import { findPolicyInForce } from '../grants/policy-in-force.store.ts'
import { isWorkingTime } from '../policy/working-hours.ts'
import { type Change, inTransaction } from '../transaction.store.ts'
import { dueRungs, type LadderStep, readLadder } from './ladder.policy.ts'
import { findClimbingIds } from './waiting.store.ts'

const clockwork: Actor = { type: 'system', name: 'safeguard' }

/**
 * Tells the next groups of requests that nobody decides on. It never changes who may decide.
 * @returns ids of the requests that were told further
 */
export async function escalateDue(ctx: SafeguardContext): Promise<string[]> {
  const told: string[] = []
  for (const id of await findClimbingIds(ctx.db, ctx.clock.now())) if (await climb(ctx, id)) told.push(id)
  return told
}

async function climb(ctx: SafeguardContext, id: string): Promise<boolean> {
  return inTransaction(ctx, async (change) => {
    const row = await lockApproval(change.tx, id)
    if (stateOf(row) !== 'pending' || change.now >= row.expiresAt) return false
    if (row.deferredUntil !== null && row.deferredUntil > change.now) return false
    const ladder = readLadder(row.ladder)
    const due = dueRungs(ladder, shareGone(row, change.now), await isAtWork(change))
    const rungs = ladder.slice(row.ladderStep, due)
    for (const [index, rung] of rungs.entries()) await tell(change, row, rung, row.ladderStep + index + 1)
    return rungs.length > 0
  })
}

/** Share of the time to decide that is gone; deferrals do not count. */
function shareGone(row: ApprovalRow, now: Date): number {
  const whole = row.decideMs ?? row.expiresAt.getTime() - row.createdAt.getTime()
  return 1 - timeLeft(row, now) / whole
}

async function isAtWork(change: Change): Promise<boolean> {
  const hours: WorkingHours | undefined = (await findPolicyInForce(change.tx))?.policy.workingHours
  return hours === undefined || isWorkingTime(hours, change.now)
}

async function tell(change: Change, row: ApprovalRow, rung: LadderStep, step: number): Promise<void> {
  await touchApproval(change.tx, row.id, { ladderStep: step, escalatedTo: rung.tell })
  change.emit('safeguard:request_escalated', {
    approvalId: row.id,
    state: 'pending',
    level: row.securityLevel,
    tell: rung.tell,
    step,
  })
  await change.audit({
    actor: clockwork,
    action: 'approval.escalate',
    subjectType: 'approval',
    subjectId: row.id,
    details: { digest: row.digest, tool: row.toolName, tell: rung.tell, step },
  })
}
