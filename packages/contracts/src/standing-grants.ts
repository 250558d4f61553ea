import { z } from 'zod'
import { StepUp } from './approval-commands.ts'
import { Digest } from './approvals.ts'
import { Accreditation, LocalizedText } from './levels.ts'
import { pageOf } from './page.ts'

export const grantStates = ['requested', 'active', 'rejected', 'withdrawn', 'revoked', 'expired'] as const
export const GrantState = z.enum(grantStates)
export type GrantState = z.infer<typeof GrantState>

const Scalar = z.union([z.string(), z.number(), z.boolean()])

/** What a grant covers: one tool, one requester, and facts of the arguments and the target that must be equal. */
export const GrantScope = z
  .object({
    toolName: z.string(),
    /** `user:<id>` or `workflow:<name>`: whose requests it answers. */
    requester: z.string().regex(/^(user:[0-9a-f-]{36}|workflow:[a-z0-9-]{1,40})$/),
    /** Equal for each named argument. */
    arguments: z.record(z.string(), Scalar),
    /** Equal for each named attribute of the target, e.g. `clientName`; at least one, unless `targetIds`. */
    target: z.record(z.string(), Scalar),
    /** The only targets, by their ids; empty: any that fits `target`. */
    targetIds: z.array(z.string()).max(50),
  })
  .strict()
  .refine((scope) => scope.targetIds.length > 0 || Object.keys(scope.target).length > 0, {
    path: ['target'],
    message: 'name at least one fact of the target, or the targets themselves',
  })
export type GrantScope = z.infer<typeof GrantScope>

const GrantPerson = z.object({ userId: z.string(), displayName: z.string(), at: z.iso.datetime() })

/** A yes given in advance to a kind of L3 action: itself asked for, approved, counted, ending and revocable. */
export const StandingGrant = z
  .object({
    /** "GRA-2026-000012" */
    grantId: z.string(),
    scope: GrantScope,
    title: LocalizedText,
    requesterName: z.string(),
    reason: z.string(),
    maxUses: z.number().int(),
    uses: z.number().int(),
    digest: Digest,
    policyVersion: z.string(),
    state: GrantState,
    requestedBy: GrantPerson,
    decidedBy: GrantPerson.nullable(),
    decisionReason: z.string().nullable(),
    /** Who ended it before its time: revoked it, or withdrew what they had asked for. */
    revokedBy: GrantPerson.nullable(),
    approverLevel: Accreditation,
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    you: z.object({
      canDecide: z.boolean(),
      canWithdraw: z.boolean(),
      canRevoke: z.boolean(),
      why: LocalizedText.nullable(),
    }),
  })
  .meta({ id: 'StandingGrant' })
export type StandingGrant = z.infer<typeof StandingGrant>

/** Newest first. */
export const StandingGrants = pageOf(StandingGrant).meta({ id: 'StandingGrants' })
export type StandingGrants = z.infer<typeof StandingGrants>

export const AskGrantInput = z
  .object({
    scope: GrantScope,
    reason: z.string().trim().min(10).max(1000),
    maxUses: z.number().int().min(1).max(500),
    /** At most 90 days from now. */
    expiresAt: z.iso.datetime(),
  })
  .strict()
  .meta({ id: 'AskGrantInput' })
export type AskGrantInput = z.infer<typeof AskGrantInput>

export const DecideGrantInput = z
  .object({
    digest: Digest,
    decision: z.enum(['approve', 'reject']),
    reason: z.string().trim().min(3).max(1000),
    /** A yes needs it: it answers every later call in the scope. */
    stepUp: StepUp.optional(),
  })
  .strict()
  .meta({ id: 'DecideGrantInput' })
export type DecideGrantInput = z.infer<typeof DecideGrantInput>

export const RevokeGrantInput = z
  .object({ reason: z.string().trim().min(3).max(1000) })
  .strict()
  .meta({ id: 'RevokeGrantInput' })
export type RevokeGrantInput = z.infer<typeof RevokeGrantInput>
