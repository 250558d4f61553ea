import { randomUUID } from 'node:crypto'
import type { DecisionKind, StepUpMethod } from '@hub/contracts'
import type { ApprovalRow, DecisionRow } from './approval-row.ts'
import type { Decider } from './decider.ts'
import { previewSeenAt } from './preview-seen.ts'

/** What somebody says of a request. */
export interface Said {
  kind: DecisionKind
  by: Decider
  reason?: string | undefined
  until?: Date
  stepUp?: StepUpMethod | undefined
  verdict?: 'executed' | 'failed'
}

/** A decision as it is stored, with an id of its own; nothing is in what is not told. */
export function newDecision(
  told: Pick<
    DecisionRow,
    'approvalId' | 'kind' | 'userId' | 'displayName' | 'accreditation' | 'digest' | 'reason' | 'at'
  > &
    Partial<DecisionRow>,
): DecisionRow {
  const empty = {
    until: null,
    onBehalfOf: null,
    onBehalfName: null,
    stepUp: null,
    previewSeenAt: null,
    grantId: null,
    verdict: null,
  }
  return { ...empty, id: randomUUID(), ...told }
}

/** Who decided what, in whose name, on which digest, as it is stored. */
export function decisionOf(row: ApprovalRow, said: Said, at: Date): DecisionRow {
  const { actor, acting, accreditation } = said.by
  return newDecision({
    approvalId: row.id,
    kind: said.kind,
    userId: actor.userId,
    displayName: actor.displayName,
    accreditation,
    onBehalfOf: acting?.userId ?? null,
    onBehalfName: acting?.displayName ?? null,
    digest: row.digest,
    reason: said.reason ?? null,
    until: said.until ?? null,
    stepUp: said.stepUp ?? null,
    previewSeenAt: previewSeenAt(row, actor.userId),
    verdict: said.verdict ?? null,
    at,
  })
}
