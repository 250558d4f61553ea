import { hasAccreditation, type PolicyTerms, type TighterTerms } from '@hub/contracts'

/** The stricter of both, term by term: more approvals, a higher approver, less time, any demand. */
export function stricterTerms(terms: PolicyTerms, more: TighterTerms): PolicyTerms {
  const { approver = terms.approver } = more
  return {
    approvals: Math.max(terms.approvals, more.approvals ?? 0),
    approver: hasAccreditation(terms.approver, approver) ? terms.approver : approver,
    expiresInMinutes: Math.min(terms.expiresInMinutes, more.expiresInMinutes ?? Number.POSITIVE_INFINITY),
    maxDeferralHours: Math.min(terms.maxDeferralHours, more.maxDeferralHours ?? Number.POSITIVE_INFINITY),
    reasonRequired: terms.reasonRequired || more.reasonRequired === true,
    stepUp: terms.stepUp || more.stepUp === true,
    previewSeen: terms.previewSeen || more.previewSeen === true,
    ladder: terms.ladder,
  }
}
