import {
  type ActionPreview,
  type ActionTarget,
  type Actor,
  type ApprovalContext,
  actorKey,
  type LocalizedText,
  type PolicyExplanation,
  type PolicyTerms,
  type SecurityLevel,
} from '@hub/contracts'
import type { Prisma } from '@hub/prisma'
import type { SafeguardContext } from '../context.ts'
import { actionDigest } from '../digest.ts'
import { answerByGrant, holdGrant } from '../grants/answer-by-grant.ts'
import { type Change, inTransaction } from '../transaction.store.ts'
import { findUnfinishedApproval, insertApproval, lockAction, nextApprovalNumber } from './approval.store.ts'
import type { ApprovalRow } from './approval-row.ts'

/** One gated call, with all that an approver will see. */
export interface ActionRequest {
  toolName: string
  toolVersion: string
  title: LocalizedText
  sentence: LocalizedText
  arguments: Record<string, unknown>
  target: ActionTarget
  level: SecurityLevel
  terms: PolicyTerms
  policyVersion: string
  policyRules: string[]
  /** The whole explanation of the policy, kept for whoever asks later. */
  weighing?: PolicyExplanation
  requester: Actor
  context: ApprovalContext
  preview: ActionPreview
  reversible: boolean
  /** The request whose effect this one takes back. */
  undoOf?: string | undefined
}

const minute = 60_000

/**
 * Asks for a human yes. Asking again for exactly the same action before the first request has ended gives that one.
 * @returns the pending request; approved at once when a standing grant covers it, or the one that is being carried out
 */
export async function requestApproval(ctx: SafeguardContext, request: ActionRequest): Promise<ApprovalRow> {
  const requesterKey = actorKey(request.requester)
  const { ticketId, conversationId } = request.context
  const undoOf = request.undoOf ?? null
  const digest = actionDigest({ ...request, requesterKey, ticketId, conversationId, undoOf })
  return inTransaction(ctx, async (change) => {
    await lockAction(change.tx, { requesterKey, digest })
    const unfinished = await findUnfinishedApproval(change.tx, { requesterKey, digest, now: change.now })
    if (unfinished) return unfinished
    const grant = request.undoOf === undefined ? await holdGrant(change, request) : null
    const row = await insertRequest(change, { ...request, requesterKey, digest })
    return grant ? answerByGrant(change, row, grant) : row
  })
}

async function insertRequest(
  change: Change,
  request: ActionRequest & { requesterKey: string; digest: string },
): Promise<ApprovalRow> {
  const { id, number } = await nextApprovalNumber(change.tx, change.now)
  const row = await insertApproval(change.tx, { id, number, ...columnsOf(request, change.now) })
  change.emit('safeguard:new_request', { approvalId: id, state: 'pending', level: request.level })
  await change.audit({
    actor: request.requester,
    action: 'approval.request',
    subjectType: 'approval',
    subjectId: id,
    details: {
      tool: request.toolName,
      level: request.level,
      digest: request.digest,
      target: `${request.target.kind}:${request.target.id}`,
      policyVersion: request.policyVersion,
      policyRules: request.policyRules,
      ...(request.undoOf !== undefined && { undoOf: request.undoOf }),
    },
  })
  return row
}

function columnsOf(request: ActionRequest & { requesterKey: string; digest: string }, now: Date) {
  const { terms, context } = request
  const expiresAt = new Date(now.getTime() + terms.expiresInMinutes * minute)
  return {
    toolName: request.toolName,
    toolVersion: request.toolVersion,
    title: request.title,
    sentence: request.sentence,
    arguments: request.arguments as Prisma.InputJsonObject,
    target: request.target,
    securityLevel: request.level,
    digest: request.digest,
    policyVersion: request.policyVersion,
    policyRules: request.policyRules,
    ...(request.weighing && { weighing: request.weighing }),
    requestedBy: request.requester,
    requesterKey: request.requesterKey,
    context,
    conversationId: context.conversationId,
    ticketId: context.ticketId,
    preview: request.preview,
    reversible: request.reversible,
    requiredApprovals: terms.approvals,
    approverLevel: terms.approver,
    reasonRequired: terms.reasonRequired,
    stepUpRequired: terms.stepUp,
    previewRequired: terms.previewSeen,
    ladder: terms.ladder,
    decideMs: terms.expiresInMinutes * minute,
    undoOf: request.undoOf ?? null,
    state: 'pending',
    createdAt: now,
    expiresAt,
    maxExpiresAt: new Date(expiresAt.getTime() + terms.maxDeferralHours * 60 * minute),
  }
}
