import { ConflictError, Policy } from '@hub/contracts'
import type { Tx } from '@hub/prisma'

/**
 * The policy that the tool boundary applies now.
 * @throws ConflictError when it has told none yet
 */
export async function readPolicyInForce(tx: Tx): Promise<{ version: string; policy: Policy }> {
  const state = await tx.policyState.findFirst()
  const stored =
    state?.version == null ? null : await tx.policyVersion.findUnique({ where: { version: state.version } })
  if (!stored) throw new ConflictError('No policy is in force yet', { reason: 'policy.none' })
  return { version: stored.version, policy: Policy.parse(stored.policy) }
}
