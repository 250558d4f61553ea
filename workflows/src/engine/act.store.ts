import type { Db } from '@hub/prisma'

/** What became of a request, for the run that asked. */
export interface AskedAction {
  approvalId: string
  state: string
  outcome: unknown
  arguments: unknown
}

const columns = { id: true, state: true, outcome: true, arguments: true } as const

/** The requests that a run has opened for one tool, newest first. */
export async function findAsked(
  db: Db,
  { requesterKey, toolName }: { requesterKey: string; toolName: string },
): Promise<AskedAction[]> {
  const rows = await db.approval.findMany({
    where: { requesterKey, toolName },
    orderBy: { number: 'desc' },
    select: columns,
  })
  return rows.map(({ id, ...row }) => ({ approvalId: id, ...row }))
}

/** One request by its id. */
export async function readAsked(db: Db, approvalId: string): Promise<AskedAction> {
  const { id, ...row } = await db.approval.findUniqueOrThrow({ where: { id: approvalId }, select: columns })
  return { approvalId: id, ...row }
}

/** States in which nothing more happens to a request by itself. */
export const settledStates = ['executed', 'failed', 'rejected', 'expired', 'cancelled', 'unknown'] as const
export type SettledState = (typeof settledStates)[number]

/** Runs that sleep although what they wait for is decided: nobody has told them. */
export async function findDecided(db: Db): Promise<{ runId: string; approvalId: string }[]> {
  return db.$queryRaw<{ runId: string; approvalId: string }[]>`
    SELECT r.id AS "runId", a.id AS "approvalId" FROM workflow_runs r
    JOIN approvals a ON a.id = r.waiting_for->>'approvalId'
    WHERE r.state = 'waiting' AND r.waiting_for->>'kind' = 'approval' AND a.state = ANY(${[...settledStates]}::text[])`
}

/** The run that asked for a request; null when no run did. */
export async function runOf(db: Db, approvalId: string): Promise<string | null> {
  const rows = await db.$queryRaw<{ runId: string | null }[]>`
    SELECT requested_by->>'runId' AS "runId" FROM approvals
    WHERE id = ${approvalId} AND requested_by->>'type' = 'workflow'`
  return rows[0]?.runId ?? null
}

/** The requests of a run that wait for people, and in whose name they were opened. */
export async function findPendingOf(
  db: Db,
  runId: string,
): Promise<{ approvalId: string; requestedBy: unknown }[]> {
  return db.$queryRaw<{ approvalId: string; requestedBy: unknown }[]>`
    SELECT id AS "approvalId", requested_by AS "requestedBy" FROM approvals
    WHERE state = 'pending' AND requested_by->>'type' = 'workflow' AND requested_by->>'runId' = ${runId}
    ORDER BY number`
}

/** Runs that people took out of hands, and that have requests which still wait for people. */
export async function findAbandoning(
  db: Db,
): Promise<{ runId: string; state: 'cancelled' | 'handed_over' }[]> {
  return db.$queryRaw<{ runId: string; state: 'cancelled' | 'handed_over' }[]>`
    SELECT DISTINCT r.id AS "runId", r.state FROM approvals a JOIN workflow_runs r ON r.id = a.requested_by->>'runId'
    WHERE a.state = 'pending' AND a.requested_by->>'type' = 'workflow' AND r.state IN ('cancelled', 'handed_over')`
}
