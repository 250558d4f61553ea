import type { ApprovalState } from '@hub/contracts'
import { type Db, Prisma } from '@hub/prisma'
import { selectApprovals } from './approval.store.ts'
import type { ApprovalRow } from './approval-row.ts'

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
export function findUnreported(
  db: Db,
  { maxTries, reporter }: { maxTries: number; reporter: string },
): Promise<ApprovalRow[]> {
  return selectApprovals(
    db,
    Prisma.sql`a.state IN ('executed', 'failed', 'unknown', 'rejected', 'expired')
      AND a.ticket_id IS NOT NULL AND a.reported_at IS NULL AND a.report_tries < ${maxTries}
      AND NOT starts_with(a.requester_key, ${reporter})
      AND NOT EXISTS (SELECT 1 FROM approvals r WHERE r.requester_key = ${reporter}::text || a.id
        AND r.state IN ('pending', 'approved', 'executing', 'unknown'))
      ORDER BY a.number LIMIT ${batch}`,
  )
}

/** Requests waiting for a decision, the most urgent first, that come after the place of one of them. */
export function findPending(
  db: Db,
  { after, limit }: { after?: { expiresAt: Date; number: number } | undefined; limit: number },
): Promise<ApprovalRow[]> {
  const beyond = after
    ? Prisma.sql`AND (a.expires_at, a.number) > (${after.expiresAt}, ${after.number})`
    : Prisma.empty
  return selectApprovals(
    db,
    Prisma.sql`a.state = 'pending' ${beyond} ORDER BY a.expires_at, a.number LIMIT ${limit}`,
  )
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
  const where = Prisma.join(historyConditions(filter), ' AND ')
  return selectApprovals(db, Prisma.sql`${where} ORDER BY a.number DESC LIMIT ${filter.limit}`)
}

function historyConditions(filter: HistoryFilter): Prisma.Sql[] {
  const { before, state, toolName, text, breakGlass, level, from, to } = filter
  const conditions = [state ? Prisma.sql`a.state = ${state}` : Prisma.sql`a.state <> 'pending'`]
  if (before !== undefined) conditions.push(Prisma.sql`a.number < ${before}`)
  if (toolName) conditions.push(Prisma.sql`a.tool_name = ${toolName}`)
  if (level) conditions.push(Prisma.sql`a.security_level = ${level}`)
  if (from) conditions.push(Prisma.sql`a.created_at >= ${from}`)
  if (to) conditions.push(Prisma.sql`a.created_at < ${to}`)
  if (breakGlass)
    conditions.push(Prisma.sql`EXISTS (SELECT 1 FROM break_glass_uses b
      WHERE b.approval_id = a.id AND (${breakGlass === 'any'} OR b.reviewer_id IS NULL))`)
  if (text) conditions.push(containsText(text))
  return conditions
}

/** What was typed is looked for as it is, not read as a pattern. */
function containsText(text: string): Prisma.Sql {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  return Prisma.sql`(a.id ILIKE ${pattern} OR a.sentence->>'fr' ILIKE ${pattern}
    OR a.sentence->>'en' ILIKE ${pattern} OR a.target->>'name' ILIKE ${pattern}
    OR a.context->>'clientName' ILIKE ${pattern})`
}
