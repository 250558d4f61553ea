import { ApprovalOutcome, LocalizedText, MyRequest } from '@hub/contracts'
import type { ApprovalRow } from '@hub/safeguard'

/** A request as the one who asked may follow it. */
export function presentRequest(row: ApprovalRow, publicUrl: string): MyRequest {
  const refusal = row.decisions.find(({ kind }) => kind === 'reject')
  return MyRequest.parse({
    approvalId: row.id,
    toolName: row.toolName,
    sentence: LocalizedText.parse(row.sentence),
    securityLevel: row.securityLevel,
    state: row.state,
    approvals: row.decisions.filter(({ kind }) => kind === 'approve').length,
    requiredApprovals: row.requiredApprovals,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    deferredUntil: row.deferredUntil?.toISOString() ?? null,
    refusalReason: refusal?.reason ?? null,
    outcome: ApprovalOutcome.nullable().parse(row.outcome)?.summary ?? null,
    grantId: row.grantId,
    undoOf: row.undoOf,
    url: `${publicUrl}/safeguard/${row.id}`,
  })
}
