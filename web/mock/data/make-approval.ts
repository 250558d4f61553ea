import { createHash } from 'node:crypto'
import type { Approval, ApprovalDecision, User } from '@hub/contracts'

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

export function decisionOf(
  user: User,
  kind: ApprovalDecision['kind'],
  facts: { digest: string; at: string; reason?: string | undefined; until?: string | undefined },
): ApprovalDecision {
  return {
    kind,
    userId: user.id,
    displayName: user.displayName,
    accreditation: user.accreditation,
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
    context: emptyContext,
    reversible: false,
    requiredApprovals: 1,
    approverLevel: 'N2',
    reasonRequired: false,
    decisions: [],
    state: 'pending',
    createdAt: minutes(-18),
    expiresAt: minutes(42),
    maxExpiresAt: minutes(24 * 60),
    deferredUntil: null,
    outcome: null,
    secretAvailable: false,
    ...facts,
  }
}
