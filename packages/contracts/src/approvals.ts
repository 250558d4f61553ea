import { z } from 'zod'
import { Actor } from './actor.ts'
import { Accreditation, LocalizedText, SecurityLevel } from './levels.ts'
import { pageOf } from './page.ts'
import { ActionPreview, ActionTarget } from './tool-descriptor.ts'

export const approvalStates = [
  'pending',
  'approved',
  'rejected',
  'expired',
  'cancelled',
  'executing',
  'executed',
  'failed',
  'unknown',
] as const
export const ApprovalState = z.enum(approvalStates)
export type ApprovalState = z.infer<typeof ApprovalState>

/** SHA-256 in lower-case hex. */
export const Digest = z.string().regex(/^[0-9a-f]{64}$/)

/** Why the request exists; everything here is shown, nothing here is trusted. */
export const ApprovalContext = z.object({
  ticketId: z.number().int().nullable(),
  ticketTitle: z.string().nullable(),
  ticketDescription: z.string().nullable(),
  clientName: z.string().nullable(),
  conversationId: z.string().nullable(),
  workflow: z.string().nullable(),
  confidence: z.number().min(0).max(1).nullable(),
  evidence: z.array(LocalizedText),
})
export type ApprovalContext = z.infer<typeof ApprovalContext>

export const ApprovalDecision = z.object({
  kind: z.enum(['approve', 'reject', 'defer', 'cancel']),
  userId: z.string(),
  displayName: z.string(),
  accreditation: Accreditation,
  digest: Digest,
  reason: z.string().nullable(),
  until: z.iso.datetime().nullable(),
  at: z.iso.datetime(),
})
export type ApprovalDecision = z.infer<typeof ApprovalDecision>

/** What became of an approved action; `verification` is a second read of the system after the effect. */
export const ApprovalOutcome = z.object({
  summary: LocalizedText,
  verification: z
    .object({ status: z.enum(['verified', 'mismatch', 'unreadable']), detail: LocalizedText })
    .nullable(),
  finishedAt: z.iso.datetime(),
})
export type ApprovalOutcome = z.infer<typeof ApprovalOutcome>

export const Approval = z
  .object({
    approvalId: z.string(),
    toolName: z.string(),
    toolVersion: z.string(),
    title: LocalizedText,
    /** Verb sentence: "Reset the password of jean.dupont". */
    sentence: LocalizedText,
    arguments: z.record(z.string(), z.unknown()),
    target: ActionTarget,
    securityLevel: SecurityLevel,
    digest: Digest,
    policyVersion: z.string(),
    requestedBy: Actor,
    context: ApprovalContext,
    preview: ActionPreview,
    reversible: z.boolean(),
    requiredApprovals: z.number().int(),
    approverLevel: Accreditation,
    reasonRequired: z.boolean(),
    decisions: z.array(ApprovalDecision),
    state: ApprovalState,
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    /** No deferral moves the expiry beyond this instant. */
    maxExpiresAt: z.iso.datetime(),
    deferredUntil: z.iso.datetime().nullable(),
    outcome: ApprovalOutcome.nullable(),
    /** A generated secret waits to be shown once to the requester or an approver. */
    secretAvailable: z.boolean(),
    /** What the reader of this answer may do, with the reason of a "no". */
    you: z.object({ canDecide: z.boolean(), canCancel: z.boolean(), why: LocalizedText.nullable() }),
  })
  .meta({ id: 'Approval' })
export type Approval = z.infer<typeof Approval>
export const ApprovalPage = pageOf(Approval)
export type ApprovalPage = z.infer<typeof ApprovalPage>

const Reason = z.string().trim().min(3).max(1000)
export const ApproveInput = z
  .object({ digest: Digest, reason: Reason.optional() })
  .strict()
  .meta({ id: 'ApproveInput' })
export type ApproveInput = z.infer<typeof ApproveInput>
export const RejectInput = z.object({ digest: Digest, reason: Reason }).strict().meta({ id: 'RejectInput' })
export type RejectInput = z.infer<typeof RejectInput>
export const DeferInput = z
  .object({ digest: Digest, until: z.iso.datetime(), reason: Reason.optional() })
  .strict()
  .meta({ id: 'DeferInput' })
export type DeferInput = z.infer<typeof DeferInput>
export const CancelInput = z
  .object({ digest: Digest, reason: Reason.optional() })
  .strict()
  .meta({ id: 'CancelInput' })
export type CancelInput = z.infer<typeof CancelInput>

/** Answer of the one-time reveal; never cached, never logged. */
export const RevealedSecret = z.object({ secret: z.string() }).meta({ id: 'RevealedSecret' })
export type RevealedSecret = z.infer<typeof RevealedSecret>
