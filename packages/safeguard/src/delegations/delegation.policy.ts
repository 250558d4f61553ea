import { type Accreditation, accreditations, hasAccreditation, ValidationError } from '@hub/contracts'

/** The longest delegation, in days. */
export const longestDays = 90
const dayMs = 24 * 3_600_000

export interface DelegationPeriod {
  startsAt: Date
  endsAt: Date
}

/** May somebody of level `to` decide in the name of `from`: both may decide, and at most one level below. */
export function mayStandIn(from: Accreditation, to: Accreditation): boolean {
  const isNear = accreditations.indexOf(to) >= accreditations.indexOf(from) - 1
  return hasAccreditation(from, 'N2') && hasAccreditation(to, 'N2') && isNear
}

/**
 * The time a delegation counts: a start that is past becomes now, so that no decision was ever covered afterwards.
 * @throws ValidationError when it ends in the past, before it starts, or too late
 */
export function delegationPeriod(asked: DelegationPeriod, now: Date): DelegationPeriod {
  const startsAt = asked.startsAt > now ? asked.startsAt : now
  const { endsAt } = asked
  if (endsAt <= startsAt)
    throw new ValidationError('The end must be in the future and after the start', {
      reason: 'delegation.period',
      fields: [{ path: 'endsAt', message: 'must be in the future and after the start' }],
    })
  if (endsAt.getTime() - startsAt.getTime() > longestDays * dayMs)
    throw new ValidationError(`A delegation lasts ${longestDays} days at most`, {
      reason: 'delegation.too_long',
      params: { days: longestDays },
      fields: [{ path: 'endsAt', message: `must be within ${longestDays} days of the start` }],
    })
  return { startsAt, endsAt }
}

export function delegationState(
  row: DelegationPeriod & { revokedAt: Date | null },
  now: Date,
): 'planned' | 'active' | 'ended' | 'revoked' {
  if (row.revokedAt) return 'revoked'
  if (row.endsAt <= now) return 'ended'
  return row.startsAt > now ? 'planned' : 'active'
}
