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

/** What can be said about a request; each is one row, never changed. */
export const decisionKinds = [
  'approve',
  'reject',
  'defer',
  'cancel',
  /** An N4 stands in for the approvals that are missing, in an emergency. */
  'break_glass',
  /** A standing grant says yes in the name of the one who approved it. */
  'grant',
  /** A person says what became of an `unknown` execution. */
  'verdict',
] as const
export const DecisionKind = z.enum(decisionKinds)
export type DecisionKind = z.infer<typeof DecisionKind>

/** How an approver proved to be there. */
export const StepUpMethod = z.enum(['password', 'totp', 'recovery'])
export type StepUpMethod = z.infer<typeof StepUpMethod>

export const ApprovalDecision = z.object({
  kind: DecisionKind,
  userId: z.string(),
  displayName: z.string(),
  /** The one that counted: of `onBehalfOf` when set. */
  accreditation: Accreditation,
  /** Somebody who is away and delegated to `userId`. */
  onBehalfOf: z.object({ userId: z.string(), displayName: z.string() }).nullable(),
  stepUp: StepUpMethod.nullable(),
  /** When this person had the whole preview on the screen, if the request asks for it. */
  previewSeenAt: z.iso.datetime().nullable(),
  grantId: z.string().nullable(),
  verdict: z.enum(['executed', 'failed']).nullable(),
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
  /** The call that takes the effect back, offered to people; it goes through the gate like any other. */
  undo: z
    .object({ toolName: z.string(), arguments: z.record(z.string(), z.unknown()), sentence: LocalizedText })
    .nullable()
    .default(null),
})
export type ApprovalOutcome = z.infer<typeof ApprovalOutcome>

/** Use of break-glass on a request, and what another person said of it afterwards. */
export const BreakGlassUse = z.object({
  userId: z.string(),
  displayName: z.string(),
  reason: z.string(),
  at: z.iso.datetime(),
  review: z
    .object({
      userId: z.string(),
      displayName: z.string(),
      verdict: z.enum(['justified', 'not_justified']),
      note: z.string(),
      at: z.iso.datetime(),
    })
    .nullable(),
})
export type BreakGlassUse = z.infer<typeof BreakGlassUse>

/** What the reader of a request may do with it. */
export const ReaderRights = z.object({
  canDecide: z.boolean(),
  canCancel: z.boolean(),
  /** Why not `canDecide`, while the request is open. */
  why: LocalizedText.nullable(),
  /** People who are away and delegated to the reader, for whom the reader may decide here. */
  mayActFor: z.array(z.object({ userId: z.string(), displayName: z.string(), accreditation: Accreditation })),
  /** The server knows that the reader had the whole preview of this digest on the screen. */
  previewSeen: z.boolean(),
  canBreakGlass: z.boolean(),
  canReviewBreakGlass: z.boolean(),
  /** An `unknown` outcome waits for a look at the system or a human verdict. */
  canSettle: z.boolean(),
  canUndo: z.boolean(),
})
export type ReaderRights = z.infer<typeof ReaderRights>

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
    /** Names of the policy rules that matched. */
    policyRules: z.array(z.string()),
    requestedBy: Actor,
    context: ApprovalContext,
    preview: ActionPreview,
    reversible: z.boolean(),
    requiredApprovals: z.number().int(),
    approverLevel: Accreditation,
    reasonRequired: z.boolean(),
    /** An approver proves presence again with the decision. */
    stepUpRequired: z.boolean(),
    /** A yes counts only from somebody who had the whole preview on the screen. */
    previewRequired: z.boolean(),
    decisions: z.array(ApprovalDecision),
    state: ApprovalState,
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    /** No deferral moves the expiry beyond this instant. */
    maxExpiresAt: z.iso.datetime(),
    deferredUntil: z.iso.datetime().nullable(),
    /** What a deferred request waits for; a ticket's answer ends the deferral early. */
    deferredFor: z.enum(['time', 'ticket_answer']).nullable(),
    /** Set once the escalation ladder has told another group. */
    escalatedTo: Accreditation.nullable(),
    breakGlass: BreakGlassUse.nullable(),
    /** The standing grant that said yes. */
    grantId: z.string().nullable(),
    /** The request whose effect this one takes back. */
    undoOf: z.string().nullable(),
    commentCount: z.number().int(),
    /** Who has the request open now, the reader left out. */
    viewers: z.array(z.object({ userId: z.string(), displayName: z.string() })),
    outcome: ApprovalOutcome.nullable(),
    /** A generated secret waits to be shown once to the requester or an approver. */
    secretAvailable: z.boolean(),
    /** What the reader of this answer may do, with the reason of a "no". */
    you: ReaderRights,
  })
  .meta({ id: 'Approval' })
export type Approval = z.infer<typeof Approval>
export const ApprovalPage = pageOf(Approval)
export type ApprovalPage = z.infer<typeof ApprovalPage>

/** Answer of the one-time reveal; never cached, never logged. */
export const RevealedSecret = z.object({ secret: z.string() }).meta({ id: 'RevealedSecret' })
export type RevealedSecret = z.infer<typeof RevealedSecret>
