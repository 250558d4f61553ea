import { ConflictError, NotFoundError } from '@hub/contracts'
import type { Db } from '@hub/prisma'
import { findPolicyProblem } from '@hub/safeguard'

const mostVersions = 50

/**
 * What the tool boundary put on record: the policy in force, all versions, newest first, and what is wrong with the
 * file now.
 * @throws ConflictError before it has started once
 */
export async function findPolicyRecord(db: Db, now: Date) {
  const state = await db.policyState.findUniqueOrThrow({ where: { id: 1 } })
  if (state.version === null) throw new ConflictError('No policy is in force yet', { reason: 'policy.none' })
  const [inForce, versions, problem] = await Promise.all([
    db.policyVersion.findUniqueOrThrow({ where: { version: state.version } }),
    db.policyVersion.findMany({
      select: { version: true, loadedAt: true },
      orderBy: { loadedAt: 'desc' },
      take: mostVersions,
    }),
    findPolicyProblem(db, now),
  ])
  return { inForce, versions, problem }
}

/**
 * @returns how the policy weighed a request; null when it was made before that was kept
 * @throws NotFoundError when there is no such request
 */
export async function findWeighing(db: Db, id: string): Promise<unknown> {
  const row = await db.approval.findUnique({ where: { id }, select: { weighing: true } })
  if (row) return row.weighing
  throw new NotFoundError(`There is no approval request ${id}`, {
    reason: 'approval.not_found',
    params: { id },
  })
}
