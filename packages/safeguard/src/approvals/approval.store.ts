import { type ApprovalState, NotFoundError } from '@hub/contracts'
import type { Db, Prisma, Tx } from '@hub/prisma'
import type { DecisionFacts } from './approval.policy.ts'
import { nextStates } from './transitions.ts'

export const withParts = {
  decisions: { orderBy: { at: 'asc' } },
  secret: true,
  breakGlass: true,
  views: true,
  _count: { select: { comments: true } },
} satisfies Prisma.ApprovalInclude
export type ApprovalRow = Prisma.ApprovalGetPayload<{ include: typeof withParts }>

function notFound(id: string): NotFoundError {
  return new NotFoundError(`There is no approval request ${id}`, {
    reason: 'approval.not_found',
    params: { id },
  })
}

/** @throws NotFoundError when there is no such request */
export async function readApproval(db: Db | Tx, id: string): Promise<ApprovalRow> {
  const row = await db.approval.findUnique({ where: { id }, include: withParts })
  if (!row) throw notFound(id)
  return row
}

/** Reads a request and keeps others from changing it until the transaction ends. */
export async function lockApproval(tx: Tx, id: string): Promise<ApprovalRow> {
  await tx.$queryRaw`SELECT id FROM approvals WHERE id = ${id} FOR UPDATE`
  return readApproval(tx, id)
}

/**
 * Moves a locked request along its state machine.
 * @returns the request as it is now, with the parts that `row` has
 */
export async function moveApproval(
  tx: Tx,
  row: ApprovalRow,
  change: { state: ApprovalState } & Prisma.ApprovalUpdateInput,
): Promise<ApprovalRow> {
  const from = stateOf(row)
  if (!nextStates[from].includes(change.state))
    throw new Error(`${row.id}: ${from} cannot become ${change.state}`)
  return { ...row, ...(await tx.approval.update({ where: { id: row.id }, data: change })) }
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
  return tx.approval.findFirst({
    where: {
      requesterKey: key.requesterKey,
      digest: key.digest,
      OR: [{ state: 'pending', expiresAt: { gt: key.now } }, { state: { in: ['approved', 'executing'] } }],
    },
    include: withParts,
  })
}

/** Takes the next number: 123 gives "APR-2026-000123". */
export async function nextApprovalNumber(tx: Tx, now: Date): Promise<{ id: string; number: number }> {
  const rows = await tx.$queryRaw<{ number: bigint }[]>`
    SELECT nextval(pg_get_serial_sequence('approvals', 'number')) AS number`
  const number = Number(rows[0]?.number)
  return { id: `APR-${now.getUTCFullYear()}-${String(number).padStart(6, '0')}`, number }
}

export async function insertApproval(tx: Tx, data: Prisma.ApprovalCreateInput): Promise<ApprovalRow> {
  return tx.approval.create({ data, include: withParts })
}

export async function insertDecision(
  tx: Tx,
  data: Prisma.ApprovalDecisionUncheckedCreateInput,
): Promise<ApprovalRow['decisions'][number]> {
  return tx.approvalDecision.create({ data })
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
