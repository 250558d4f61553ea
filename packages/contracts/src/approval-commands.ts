import { z } from 'zod'
import { Digest } from './approvals.ts'

const Reason = z.string().trim().min(3).max(1000)

/** Proof of presence that comes with a decision. A TOTP code is used once; so is a recovery code. */
export const StepUp = z
  .discriminatedUnion('method', [
    z.object({ method: z.literal('password'), password: z.string().min(1).max(200) }).strict(),
    z.object({ method: z.literal('totp'), code: z.string().regex(/^\d{6}$/) }).strict(),
    z.object({ method: z.literal('recovery'), code: z.string().trim().min(8).max(40) }).strict(),
  ])
  .meta({ id: 'StepUp' })
export type StepUp = z.infer<typeof StepUp>

/** Id of somebody who is away and delegated to the one who decides. */
const OnBehalfOf = z.uuid().optional()

export const ApproveInput = z
  .object({ digest: Digest, reason: Reason.optional(), stepUp: StepUp.optional(), onBehalfOf: OnBehalfOf })
  .strict()
  .meta({ id: 'ApproveInput' })
export type ApproveInput = z.infer<typeof ApproveInput>

export const RejectInput = z
  .object({ digest: Digest, reason: Reason, onBehalfOf: OnBehalfOf })
  .strict()
  .meta({ id: 'RejectInput' })
export type RejectInput = z.infer<typeof RejectInput>

/** Exactly one of `until` and `untilTicketAnswer`. */
export const DeferInput = z
  .object({
    digest: Digest,
    until: z.iso.datetime().optional(),
    untilTicketAnswer: z.literal(true).optional(),
    reason: Reason.optional(),
    onBehalfOf: OnBehalfOf,
  })
  .strict()
  .refine((input) => (input.until === undefined) !== (input.untilTicketAnswer === undefined), {
    path: ['until'],
    message: 'give until, or untilTicketAnswer',
  })
  .meta({ id: 'DeferInput' })
export type DeferInput = z.infer<typeof DeferInput>

export const CancelInput = z
  .object({ digest: Digest, reason: Reason.optional() })
  .strict()
  .meta({ id: 'CancelInput' })
export type CancelInput = z.infer<typeof CancelInput>

/** N4 only; the reason is read by every N3 at once and reviewed by another person afterwards. */
export const BreakGlassInput = z
  .object({ digest: Digest, reason: z.string().trim().min(20).max(1000), stepUp: StepUp })
  .strict()
  .meta({ id: 'BreakGlassInput' })
export type BreakGlassInput = z.infer<typeof BreakGlassInput>

export const ReviewBreakGlassInput = z
  .object({ verdict: z.enum(['justified', 'not_justified']), note: Reason })
  .strict()
  .meta({ id: 'ReviewBreakGlassInput' })
export type ReviewBreakGlassInput = z.infer<typeof ReviewBreakGlassInput>

/** What a person found out about an execution whose outcome is `unknown`. */
export const VerdictInput = z
  .object({ digest: Digest, verdict: z.enum(['executed', 'failed']), reason: Reason })
  .strict()
  .meta({ id: 'VerdictInput' })
export type VerdictInput = z.infer<typeof VerdictInput>

/** Says that the whole preview of this digest was on the reader's screen. */
export const PreviewSeenInput = z.object({ digest: Digest }).strict().meta({ id: 'PreviewSeenInput' })
export type PreviewSeenInput = z.infer<typeof PreviewSeenInput>

/** Several identical requests decided with one gesture; each digest is listed, all or none is approved. */
export const ApproveTogetherInput = z
  .object({
    requests: z
      .array(z.object({ approvalId: z.string(), digest: Digest }).strict())
      .min(2)
      .max(50),
    reason: Reason.optional(),
    onBehalfOf: OnBehalfOf,
  })
  .strict()
  .meta({ id: 'ApproveTogetherInput' })
export type ApproveTogetherInput = z.infer<typeof ApproveTogetherInput>

export const CommentInput = z
  .object({ body: z.string().trim().min(1).max(2000) })
  .strict()
  .meta({ id: 'CommentInput' })
export type CommentInput = z.infer<typeof CommentInput>

export const ApprovalComment = z
  .object({
    id: z.string(),
    userId: z.string(),
    displayName: z.string(),
    body: z.string(),
    at: z.iso.datetime(),
  })
  .meta({ id: 'ApprovalComment' })
export type ApprovalComment = z.infer<typeof ApprovalComment>

/** Oldest first. */
export const ApprovalComments = z.object({ items: z.array(ApprovalComment) }).meta({ id: 'ApprovalComments' })
export type ApprovalComments = z.infer<typeof ApprovalComments>
