import { ConflictError, Policy } from '@hub/contracts'
import type { Tx } from '@hub/prisma'

interface StoredPolicy {
  version: string
  policy: Policy
}

/** The policy that the tool boundary applies now; null when it has told none yet. */
export async function findPolicyInForce(tx: Tx): Promise<StoredPolicy | null> {
  const state = await tx.policyState.findFirst()
  if (!state?.version) return null
  const stored = await tx.policyVersion.findUnique({ where: { version: state.version } })
  return stored && { version: stored.version, policy: Policy.parse(stored.policy) }
}

/**
 * The same for what cannot do without.
 * @throws ConflictError when there is none yet
 */
export async function readPolicyInForce(tx: Tx): Promise<StoredPolicy> {
  const stored = await findPolicyInForce(tx)
  if (!stored) throw new ConflictError('No policy is in force yet', { reason: 'policy.none' })
  return stored
}
