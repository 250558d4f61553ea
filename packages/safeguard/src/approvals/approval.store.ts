import { Accreditation, type ApprovalState, NotFoundError } from '@hub/contracts'
import { type Db, Prisma, type Tx } from '@hub/prisma'
import type { DecisionFacts } from './approval.policy.ts'
import { type ApprovalRow, type DecisionRow, readDocument } from './approval-row.ts'

export function noSuchApproval(id: string): NotFoundError {
  return new NotFoundError(`There is no approval request ${id}`, {
    reason: 'approval.not_found',
    params: { id },
  })
}

/**
 * Requests with all that is known of them, as they are at one instant.
 * @param rest what follows WHERE, on the approvals `a`: which ones, in what order, how many
 */
export async function selectApprovals(db: Db | Tx, rest: Prisma.Sql): Promise<ApprovalRow[]> {
  const rows = await db.$queryRaw<{ document: unknown }[]>`
    SELECT approval_document(a) AS document FROM approvals a WHERE ${rest}`
  return rows.map(({ document }) => readDocument(document))
}

/** @throws NotFoundError when there is no such request */
export async function readApproval(db: Db | Tx, id: string): Promise<ApprovalRow> {
  const [row] = await selectApprovals(db, Prisma.sql`a.id = ${id}`)
  if (!row) throw noSuchApproval(id)
  return row
}

/** Those of these requests that there are, in any order. */
export function readApprovals(db: Db | Tx, ids: string[]): Promise<ApprovalRow[]> {
  return selectApprovals(db, Prisma.sql`a.id = ANY(${ids})`)
}

/** Requests that nobody else changes until the transaction ends, and who acts on them. */
export interface LockedApprovals {
  rows: ApprovalRow[]
  /** What the person holds now that the locks are there; null when they are not active. */
  held: Accreditation | null
}

/**
 * Reads requests, ordered by id, and keeps others from changing them until the transaction ends. All are locked before
 * anything is written, in one order: two gestures over the same requests wait for each other and never lock each other
 * out.
 */
export async function lockApprovals(
  tx: Tx,
  { ids, userId }: { ids: string[]; userId: string | null },
): Promise<LockedApprovals> {
  const locked = await tx.$queryRaw<{ document: unknown; held: string | null }[]>`
    SELECT document, held FROM lock_approvals(${ids}, ${userId}::uuid)`
  const held = Accreditation.nullable().parse(locked[0]?.held ?? null)
  return { rows: locked.map(({ document }) => readDocument(document)), held }
}

/** The same of one request, for a person who acts on it. @throws NotFoundError */
export async function lockFor(
  tx: Tx,
  { approvalId, userId }: { approvalId: string; userId: string | null },
): Promise<{ row: ApprovalRow; held: Accreditation | null }> {
  const { rows, held } = await lockApprovals(tx, { ids: [approvalId], userId })
  const [row] = rows
  if (!row) throw noSuchApproval(approvalId)
  return { row, held }
}

/** Reads a request and keeps others from changing it until the transaction ends. @throws NotFoundError */
export async function lockApproval(tx: Tx, id: string): Promise<ApprovalRow> {
  return (await lockFor(tx, { approvalId: id, userId: null })).row
}

/** Serialises requests for the same action by the same requester. */
export async function lockAction(tx: Tx, key: { requesterKey: string; digest: string }): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${key.requesterKey} ${key.digest}`}, 0))`
}

/** The request for exactly this action by this requester that waits for a yes or for its end, if any. */
export async function findUnfinishedApproval(
  tx: Tx,
  key: { requesterKey: string; digest: string; now: Date },
): Promise<ApprovalRow | null> {
  const [row] = await selectApprovals(
    tx,
    Prisma.sql`a.requester_key = ${key.requesterKey} AND a.digest = ${key.digest}
      AND (a.state = 'pending' AND a.expires_at > ${key.now} OR a.state IN ('approved', 'executing'))
      ORDER BY a.number LIMIT 1`,
  )
  return row ?? null
}

/** Takes the next number: 123 gives "APR-2026-000123". */
export async function nextApprovalNumber(tx: Tx, now: Date): Promise<{ id: string; number: number }> {
  const rows = await tx.$queryRaw<{ number: bigint }[]>`
    SELECT nextval(pg_get_serial_sequence('approvals', 'number')) AS number`
  const number = Number(rows[0]?.number)
  return { id: `APR-${now.getUTCFullYear()}-${String(number).padStart(6, '0')}`, number }
}

export async function insertApproval(tx: Tx, data: Prisma.ApprovalCreateInput): Promise<ApprovalRow> {
  const { id } = await tx.approval.create({ data, select: { id: true } })
  return readApproval(tx, id)
}

export async function insertDecision(tx: Tx, data: DecisionRow): Promise<void> {
  await tx.approvalDecision.create({ data, select: { id: true } })
}

/** State column as its type; the database holds nothing else. */
export function stateOf(row: { state: string }): ApprovalState {
  return row.state as ApprovalState
}

/** What the pure rules need to know of a row. */
export function decisionFacts(row: ApprovalRow): DecisionFacts {
  return {
    state: stateOf(row),
    digest: row.digest,
    requesterKey: row.requesterKey,
    approverLevel: row.approverLevel as DecisionFacts['approverLevel'],
    expiresAt: row.expiresAt,
    yeses: row.decisions.filter(({ kind }) => kind === 'approve'),
  }
}
