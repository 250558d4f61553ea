import type { StandingGrant } from '@hub/contracts'

export const grantGroups = ['active', 'requested', 'closed'] as const
export type GrantGroup = (typeof grantGroups)[number]

/** The group of a grant: in force, waiting for a decision, or over for whatever reason. */
export function groupOf({ state }: StandingGrant): GrantGroup {
  return state === 'active' || state === 'requested' ? state : 'closed'
}

/**
 * The group to show: the chosen one, else the one of the open grant, else what waits for the reader, else those in
 * force.
 */
export function shownGroup(
  items: readonly StandingGrant[],
  { chosen, openId }: { chosen: string | null; openId: string | undefined },
): GrantGroup {
  const known = grantGroups.find((group) => group === chosen)
  if (known) return known
  const open = items.find(({ grantId }) => grantId === openId)
  if (open) return groupOf(open)
  return items.some(({ you }) => you.canDecide) ? 'requested' : 'active'
}
