import { ConflictError } from '@hub/contracts'
import { findPolicyInForce } from '../grants/policy-in-force.store.ts'
import type { Change } from '../transaction.store.ts'

/**
 * Is the policy that an action was weighed with the one in force? Another process may have loaded a new one that this
 * one has not seen yet. Belongs into the transaction that begins the effect.
 * @throws ConflictError when it is another one; nothing is used or begun then
 */
export async function assertPolicyInForce({ tx }: Pick<Change, 'tx'>, version: string): Promise<void> {
  const inForce = await findPolicyInForce(tx)
  if (inForce === null || inForce.version === version) return
  throw policyChanged()
}

export function policyChanged(): ConflictError {
  return new ConflictError('The policy changed since the action was asked for: ask again', {
    reason: 'approval.policy_changed',
  })
}
