import { Accreditation, SecurityLevel } from '@hub/contracts'
import { z } from 'zod'

const Terms = z
  .object({
    approvals: z.number().int().min(1).max(5),
    approver: Accreditation,
    expiresInMinutes: z.number().int().min(1).max(1440),
    maxDeferralHours: z.number().int().min(0).max(168),
    reasonRequired: z.boolean(),
  })
  .strict()

const Scalar = z.union([z.string(), z.number(), z.boolean()])

const Rule = z
  .object({
    name: z.string().min(1),
    when: z
      .object({
        tools: z.array(z.string()).optional(),
        arguments: z.record(z.string(), Scalar).optional(),
        target: z.record(z.string(), Scalar).optional(),
      })
      .strict(),
    /** The level becomes at least this one; no rule can lower a level. */
    raiseTo: SecurityLevel,
  })
  .strict()

/** A policy file: terms per gated level, and rules that raise levels. */
export const Policy = z
  .object({
    version: z.literal(1),
    levels: z.object({ L3: Terms, L4: Terms }).strict(),
    rules: z.array(Rule),
  })
  .strict()
  .refine(
    (policy) => policy.levels.L3.approver >= 'N2' && policy.levels.L4.approver >= 'N3',
    'L3 is approved by N2 or above, L4 by N3 or above',
  )
  .refine((policy) => policy.levels.L4.approvals >= 2, 'L4 needs two approvals at least')
export type Policy = z.infer<typeof Policy>
export type PolicyTerms = z.infer<typeof Terms>
