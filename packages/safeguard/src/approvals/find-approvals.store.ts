import type { ApprovalState } from '@hub/contracts'
import type { Db, Prisma } from '@hub/prisma'
import { type ApprovalRow, withParts } from './approval.store.ts'

const batch = 200

async function idsOf(db: Db, where: Prisma.ApprovalWhereInput): Promise<string[]> {
  const rows = await db.approval.findMany({
    where,
    select: { id: true },
    orderBy: { number: 'asc' },
    take: batch,
  })
  return rows.map((row) => row.id)
}

export function findExpiredIds(db: Db, now: Date): Promise<string[]> {
  return idsOf(db, { state: 'pending', expiresAt: { lte: now } })
}

export function findStartOverdueIds(db: Db, decidedBefore: Date): Promise<string[]> {
  return idsOf(db, { state: 'approved', decidedAt: { lte: decidedBefore } })
}

/** Approved requests that wait for their execution, oldest first. */
export function findApprovedIds(db: Db): Promise<string[]> {
  return idsOf(db, { state: 'approved' })
}

/** Executions whose process has been silent since `aliveBefore`. */
export function findSilentExecutionIds(db: Db, aliveBefore: Date): Promise<string[]> {
  return idsOf(db, { state: 'executing', aliveAt: { lte: aliveBefore } })
}

/**
 * Ended requests with a ticket whose followup is still to be written. One whose followup is itself a request that has
 * not ended waits for that one; such a request is never reported: its report would ask for another, without end.
 * @param reporter start of the requester key of whoever writes the followups; the id of the request follows
 */
export async function findUnreported(
  db: Db,
  { maxTries, reporter }: { maxTries: number; reporter: string },
): Promise<ApprovalRow[]> {
  const due = await db.$queryRaw<{ id: string }[]>`
    SELECT a.id FROM approvals a
    WHERE a.state IN ('executed', 'failed', 'unknown', 'rejected', 'expired')
      AND a.ticket_id IS NOT NULL AND a.reported_at IS NULL AND a.report_tries < ${maxTries}
      AND NOT starts_with(a.requester_key, ${reporter})
      AND NOT EXISTS (SELECT 1 FROM approvals r WHERE r.requester_key = ${reporter}::text || a.id
        AND r.state IN ('pending', 'approved', 'executing', 'unknown'))
    ORDER BY a.number LIMIT ${batch}`
  const ids = due.map(({ id }) => id)
  return db.approval.findMany({
    where: { id: { in: ids } },
    orderBy: { number: 'asc' },
    include: withParts,
  })
}

/** Requests waiting for a decision, the most urgent first, that come after the place of one of them. */
export function findPending(
  db: Db,
  { after, limit }: { after?: { expiresAt: Date; number: number } | undefined; limit: number },
): Promise<ApprovalRow[]> {
  return db.approval.findMany({
    where: {
      state: 'pending',
      ...(after && {
        OR: [
          { expiresAt: { gt: after.expiresAt } },
          { expiresAt: after.expiresAt, number: { gt: after.number } },
        ],
      }),
    },
    orderBy: [{ expiresAt: 'asc' }, { number: 'asc' }],
    take: limit,
    include: withParts,
  })
}

export interface HistoryFilter {
  before?: number | undefined
  state?: ApprovalState | undefined
  toolName?: string | undefined
  /** Looked for in the id, the sentence, the target and the client. */
  text?: string | undefined
  /** Only requests for which somebody broke the glass. */
  breakGlass?: 'any' | 'unreviewed' | undefined
  level?: 'L3' | 'L4' | undefined
  /** Asked from this instant on, and before that one. */
  from?: Date | undefined
  to?: Date | undefined
  limit: number
}

/** Decided requests, newest first. */
export function findHistory(db: Db, filter: HistoryFilter): Promise<ApprovalRow[]> {
  const text = escapeLike(filter.text ?? '')
  const contains = { contains: text, mode: 'insensitive' as const }
  return db.approval.findMany({
    where: {
      state: filter.state ?? { not: 'pending' },
      ...(filter.before === undefined ? {} : { number: { lt: filter.before } }),
      ...(filter.toolName ? { toolName: filter.toolName } : {}),
      ...(filter.level && { securityLevel: filter.level }),
      createdAt: { ...(filter.from && { gte: filter.from }), ...(filter.to && { lt: filter.to }) },
      ...(filter.breakGlass && {
        breakGlass: { is: filter.breakGlass === 'unreviewed' ? { reviewerId: null } : {} },
      }),
      ...(filter.text
        ? {
            OR: [
              { id: contains },
              { sentence: { path: ['fr'], string_contains: text, mode: 'insensitive' } },
              { sentence: { path: ['en'], string_contains: text, mode: 'insensitive' } },
              { target: { path: ['name'], string_contains: text, mode: 'insensitive' } },
              { context: { path: ['clientName'], string_contains: text, mode: 'insensitive' } },
            ],
          }
        : {}),
    },
    orderBy: { number: 'desc' },
    take: filter.limit,
    include: withParts,
  })
}

/** Prisma hands text to LIKE as it is: what was typed is looked for, not read as a pattern. */
function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
