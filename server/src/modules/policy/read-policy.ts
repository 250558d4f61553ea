import { NotFoundError, Policy, PolicyExplanation, type PolicyInForce } from '@hub/contracts'
import { policyText, readPolicyInForce } from '@hub/safeguard'
import type { ServerContext } from '../../context.ts'
import { findPolicyRecord, findWeighing } from './policy.store.ts'

/**
 * The policy that the tool boundary applies, as it put it on record.
 * @throws ConflictError before it has started once
 */
export async function readPolicy(ctx: ServerContext): Promise<PolicyInForce> {
  const { inForce, versions, problem } = await findPolicyRecord(ctx.db, ctx.clock.now())
  const policy = Policy.parse(inForce.policy)
  return {
    version: inForce.version,
    loadedAt: inForce.loadedAt.toISOString(),
    text: policyText(policy),
    policy,
    problem: problem && { message: problem.message, since: problem.since.toISOString() },
    versions: versions.map(({ version, loadedAt }) => ({ version, loadedAt: loadedAt.toISOString() })),
  }
}

/**
 * Why a request was made: how the policy of its time weighed the call.
 * @throws NotFoundError
 */
export async function readExplanation(ctx: ServerContext, approvalId: string): Promise<PolicyExplanation> {
  const weighing = await findWeighing(ctx.db, approvalId)
  if (weighing === null)
    throw new NotFoundError('The request is older than explanations', { reason: 'policy.no_explanation' })
  const explanation = PolicyExplanation.parse(weighing)
  const { version } = await readPolicyInForce(ctx.db)
  return { ...explanation, isOutdated: explanation.policyVersion !== version }
}
