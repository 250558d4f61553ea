import {
  Accreditation,
  ConflictError,
  ForbiddenError,
  isAtLeastLevel,
  looserTerms,
  type PolicyTerms,
  SecurityLevel,
} from '@hub/contracts'
import type { ApprovalRow } from '@hub/safeguard'
import { needsApproval } from './accreditation.policy.ts'
import type { WeighedCall } from './weigh-call.ts'

/** @throws ForbiddenError naming the rule, when the policy lets nobody do this */
export function assertNotRefused({ weighing }: WeighedCall): void {
  if (weighing.outcome !== 'refused') return
  const rule = weighing.rules.find(({ matched, refuse }) => matched && refuse)?.name ?? ''
  throw new ForbiddenError(`The policy refuses this action, whoever agrees: "${rule}"`, {
    reason: 'policy.refused',
    params: { rule },
  })
}

/**
 * The target may have become more sensitive since the yes, e.g. an account that was made an administrator or a VIP.
 * Under another policy nothing is compared: that alone ends the request.
 * @throws ConflictError when more would be asked now than people said yes to
 */
export function assertNotRaised(asked: ApprovalRow, weighed: WeighedCall): void {
  if (asked.policyVersion !== weighed.policyVersion) return
  const { level, terms } = weighed
  if (!isAtLeastLevel(SecurityLevel.parse(asked.securityLevel), level) || !needsApproval(level) || !terms)
    throw new ConflictError('The level of the action changed since it was approved', {
      reason: 'approval.level_changed',
    })
  if (looserTerms(terms, askedTerms(asked, terms)).length > 0)
    throw new ConflictError('The policy asks more now than what was approved: the target changed', {
      reason: 'approval.terms_changed',
    })
}

/** What the approvers had to give; the times of a request are over once it is approved. */
function askedTerms(asked: ApprovalRow, terms: PolicyTerms): PolicyTerms {
  return {
    ...terms,
    approvals: asked.requiredApprovals,
    approver: Accreditation.parse(asked.approverLevel),
    reasonRequired: asked.reasonRequired,
    stepUp: asked.stepUpRequired,
    previewSeen: asked.previewRequired,
  }
}
