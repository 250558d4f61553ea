import { z } from 'zod'
import { Accreditation, accreditations } from './levels.ts'

/** One rung: after this share of the time to decide, this group is told. */
const LadderStep = z.object({ at: z.number().gt(0).lt(1), tell: Accreditation }).strict()

const Approvals = z.number().int().min(1).max(5)
const Minutes = z.number().int().min(1).max(1440)
const Hours = z.number().int().min(0).max(168)

/** What is asked before a gated call runs. */
export const PolicyTerms = z
  .object({
    approvals: Approvals,
    approver: Accreditation,
    expiresInMinutes: Minutes,
    maxDeferralHours: Hours,
    reasonRequired: z.boolean(),
    stepUp: z.boolean().default(false),
    previewSeen: z.boolean().default(false),
    ladder: z.array(LadderStep).max(5).default([]),
  })
  .strict()
export type PolicyTerms = z.infer<typeof PolicyTerms>

/** What a rule may tighten; the stricter of it and the level's terms counts. */
export const TighterTerms = z
  .object({
    approvals: Approvals.optional(),
    approver: Accreditation.optional(),
    expiresInMinutes: Minutes.optional(),
    maxDeferralHours: Hours.optional(),
    reasonRequired: z.literal(true).optional(),
    stepUp: z.literal(true).optional(),
    previewSeen: z.literal(true).optional(),
  })
  .strict()
  .refine((terms) => Object.keys(terms).length > 0, 'name a term')
export type TighterTerms = z.infer<typeof TighterTerms>

/** How strict each term is: more is stricter. The ladder only says who is told. */
const strictness = {
  approvals: (terms) => terms.approvals,
  approver: (terms) => accreditations.indexOf(terms.approver),
  expiresInMinutes: (terms) => -terms.expiresInMinutes,
  maxDeferralHours: (terms) => -terms.maxDeferralHours,
  reasonRequired: (terms) => Number(terms.reasonRequired),
  stepUp: (terms) => Number(terms.stepUp),
  previewSeen: (terms) => Number(terms.previewSeen),
} satisfies Record<Exclude<keyof PolicyTerms, 'ladder'>, (terms: PolicyTerms) => number>

/** @returns names of the terms in which `after` asks less than `before` */
export function looserTerms(before: PolicyTerms, after: PolicyTerms): (keyof TighterTerms)[] {
  return Object.entries(strictness)
    .filter(([, degree]) => degree(after) < degree(before))
    .map(([term]) => term as keyof TighterTerms)
}
