import type { ActionTarget } from '@hub/contracts'

/**
 * Is what a call would change now the very thing that an earlier effect changed? A name may have been given to
 * another account, group or ticket meanwhile. Pure.
 * @param undone the target of the effect that is to be taken back
 * @param now the target of the call that takes it back
 */
export function isSameThing(undone: ActionTarget, now: ActionTarget): boolean {
  if (undone.system !== now.system) return false
  if (undone.kind === 'new_account') return isCreated(undone, now)
  return undone.kind === now.kind && identity(undone) === identity(now) && hasSameGroup(undone, now)
}

/** The thing itself; what follows is where it was and what was done with it. */
const identity = ({ id }: ActionTarget) => id.split(/[/@]/, 1)[0]

/** An account had no identity before it was there: the call that disables it names the one that was made. */
function isCreated(undone: ActionTarget, now: ActionTarget): boolean {
  return now.kind === 'account' && fullLogin(undone) === fullLogin(now)
}

const fullLogin = ({ attributes: { login, domain } }: ActionTarget) => `${login}@${domain}`.toLowerCase()

/** A membership is taken back in the group that it was given in, or in one of those that were copied. */
function hasSameGroup(undone: ActionTarget, now: ActionTarget): boolean {
  const { groupId } = now.attributes
  if (typeof groupId !== 'string') return true
  const { groupId: one, groupIds: several } = undone.attributes
  return (
    groupId === one ||
    String(several ?? '')
      .split(' ')
      .includes(groupId)
  )
}
