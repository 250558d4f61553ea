export type { ActingFor } from './approvals/approval.policy.ts'
export { type ApprovalRow, readApproval } from './approvals/approval.store.ts'
export { approveRequest } from './approvals/approve-request.ts'
export { cancelRequest } from './approvals/cancel-request.ts'
export { type ActionAtHand, consumeApproval } from './approvals/consume-approval.ts'
export { deferRequest } from './approvals/defer-request.ts'
export { expireDue } from './approvals/expire-due.ts'
export {
  findApprovedIds,
  findHistory,
  findPending,
  findSilentExecutionIds,
  findUnreported,
  type HistoryFilter,
} from './approvals/find-approvals.store.ts'
export { type ApprovalReader, presentApproval } from './approvals/present-approval.ts'
export { recordOutcome } from './approvals/record-outcome.ts'
export { rejectRequest } from './approvals/reject-request.ts'
export { type ActionRequest, requestApproval } from './approvals/request-approval.ts'
export { touchApproval } from './approvals/touch-approval.store.ts'
export { type AuditEntry, appendAudit } from './audit/append-audit.store.ts'
export { type AuditVerdict, verifyAudit } from './audit/verify-audit.store.ts'
export { canonicalHash } from './canonical.ts'
export type { SafeguardContext } from './context.ts'
export { findActingFor } from './delegations/find-acting-for.store.ts'
export { type ActionIdentity, actionDigest } from './digest.ts'
export { evaluatePolicy, type PolicyAnswer } from './policy/evaluate-policy.ts'
export { type LoadedPolicy, loadPolicy } from './policy/load-policy.ts'
export { eraseExpiredSecrets } from './secrets/erase-secrets.store.ts'
export { keepSecret } from './secrets/keep-secret.store.ts'
export { revealSecret } from './secrets/reveal-secret.store.ts'
export { type Change, inTransaction } from './transaction.store.ts'
