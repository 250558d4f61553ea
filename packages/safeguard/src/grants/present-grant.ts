import { AppError, StandingGrant, toolCatalog, type UserActor } from '@hub/contracts'
import { refusalText } from '../approvals/refusal-text.ts'
import { assertMayDecideGrant, assertMayRevokeGrant, mayWithdrawGrant } from './grant.policy.ts'
import type { GrantRow } from './grant.store.ts'

/** A stored grant as the API shows it to `reader`. */
export function presentGrant(row: GrantRow, reader: { actor: UserActor; now: Date }): StandingGrant {
  const { actor, now } = reader
  const why = refusalOf(() => assertMayDecideGrant(row, actor))
  const isLive = now < row.expiresAt
  const isWaiting = row.state === 'requested' && isLive
  return StandingGrant.parse({
    ...row,
    grantId: row.id,
    title: toolCatalog.get(row.toolName)?.titles ?? { fr: row.toolName, en: row.toolName },
    requestedBy: person(row.askedById, row.askedByName, row.createdAt),
    decidedBy: person(row.decidedById, row.decidedByName, row.decidedAt),
    revokedBy: person(row.revokedById, row.revokedByName, row.revokedAt),
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    you: {
      canDecide: isWaiting && why === null,
      canWithdraw: isWaiting && mayWithdrawGrant(row, actor),
      canRevoke:
        row.state === 'active' && isLive && refusalOf(() => assertMayRevokeGrant(row, actor)) === null,
      why: isWaiting ? why : null,
    },
  })
}

function person(userId: string | null, displayName: string | null, at: Date | null) {
  return userId === null || at === null
    ? null
    : { userId, displayName: displayName ?? '', at: at.toISOString() }
}

function refusalOf(check: () => void) {
  try {
    check()
    return null
  } catch (error) {
    if (error instanceof AppError) return refusalText(error)
    throw error
  }
}
