import { createHash } from 'node:crypto'
import type { Approval, ApprovalDecision, StepUp, User } from '@hub/contracts'

/** A stored request: what everyone sees, without what the reader may do. */
export type StoredApproval = Omit<Approval, 'you'>

export const minutes = (count: number) => new Date(Date.now() + count * 60_000).toISOString()
export const sha = (text: string) => createHash('sha256').update(text).digest('hex')

export function userActor(user: User): Approval['requestedBy'] {
  const { id, login, displayName, accreditation } = user
  return { type: 'user', userId: id, login, displayName, accreditation }
}

export const emptyContext: Approval['context'] = {
  ticketId: null,
  ticketTitle: null,
  ticketDescription: null,
  clientName: null,
  conversationId: null,
  workflow: null,
  confidence: null,
  evidence: [],
}

interface DecisionFacts {
  reason?: string | undefined
  until?: string | undefined
  stepUp?: StepUp | undefined
  verdict?: 'executed' | 'failed' | undefined
}

export function decisionOf(
  user: User,
  kind: ApprovalDecision['kind'],
  facts: Pick<ApprovalDecision, 'digest' | 'at'> & DecisionFacts,
): ApprovalDecision {
  return {
    kind,
    userId: user.id,
    displayName: user.displayName,
    accreditation: user.accreditation,
    onBehalfOf: null,
    stepUp: facts.stepUp?.method ?? null,
    previewSeenAt: null,
    grantId: null,
    verdict: facts.verdict ?? null,
    digest: facts.digest,
    reason: facts.reason ?? null,
    until: facts.until ?? null,
    at: facts.at,
  }
}

type Needed = 'approvalId' | 'toolName' | 'title' | 'sentence' | 'target' | 'requestedBy' | 'preview'

/** A request with the usual values of an L3 action, changed by `facts`. */
export function makeApproval(facts: Pick<StoredApproval, Needed> & Partial<StoredApproval>): StoredApproval {
  return {
    toolVersion: '1',
    arguments: {},
    securityLevel: 'L3',
    digest: sha(facts.approvalId),
    policyVersion: sha('policy').slice(0, 12),
    policyRules: [],
    context: emptyContext,
    reversible: false,
    requiredApprovals: 1,
    approverLevel: 'N2',
    reasonRequired: false,
    stepUpRequired: false,
    previewRequired: false,
    decisions: [],
    state: 'pending',
    createdAt: minutes(-18),
    expiresAt: minutes(42),
    maxExpiresAt: minutes(24 * 60),
    deferredUntil: null,
    deferredFor: null,
    escalatedTo: null,
    breakGlass: null,
    grantId: null,
    undoOf: null,
    undoneBy: null,
    commentCount: 0,
    viewers: [],
    outcome: null,
    secretAvailable: false,
    ...facts,
  }
}
