import { z } from 'zod'
import { Accreditation, LocalizedText, SecurityLevel } from './levels.ts'

const Scalar = z.union([z.string(), z.number(), z.boolean()])

/** A value to compare a fact with: equal to a scalar, or a comparison. A missing fact fits nothing. */
export const PolicyMatcher = z.union([
  Scalar,
  z
    .object({
      atLeast: z.number().optional(),
      atMost: z.number().optional(),
      oneOf: z.array(Scalar).min(1).optional(),
      not: Scalar.optional(),
    })
    .strict()
    .refine((value) => Object.keys(value).length > 0, 'name a comparison'),
])
export type PolicyMatcher = z.infer<typeof PolicyMatcher>

/** One rung: after this share of the time to decide, this group is told. */
const LadderStep = z.object({ at: z.number().gt(0).lt(1), tell: Accreditation }).strict()

const Minutes = z.number().int().min(1).max(1440)
export const PolicyTerms = z
  .object({
    approvals: z.number().int().min(1).max(5),
    approver: Accreditation,
    expiresInMinutes: Minutes,
    maxDeferralHours: z.number().int().min(0).max(168),
    reasonRequired: z.boolean(),
    stepUp: z.boolean().default(false),
    previewSeen: z.boolean().default(false),
    ladder: z.array(LadderStep).max(5).default([]),
  })
  .strict()
export type PolicyTerms = z.infer<typeof PolicyTerms>

/** What a rule may tighten; the stricter of it and the level's terms counts. */
const TighterTerms = z
  .object({
    approvals: z.number().int().min(1).max(5).optional(),
    approver: Accreditation.optional(),
    expiresInMinutes: Minutes.optional(),
    maxDeferralHours: z.number().int().min(0).max(168).optional(),
    reasonRequired: z.literal(true).optional(),
    stepUp: z.literal(true).optional(),
    previewSeen: z.literal(true).optional(),
  })
  .strict()

export const PolicyRule = z
  .object({
    name: z.string().min(1).max(120),
    when: z
      .object({
        tools: z.array(z.string()).min(1).optional(),
        arguments: z.record(z.string(), PolicyMatcher).optional(),
        target: z.record(z.string(), PolicyMatcher).optional(),
        /** Names of clients, compared without case and accents. */
        clients: z.array(z.string()).min(1).optional(),
        requester: z.enum(['user', 'workflow', 'mcp-client']).optional(),
        outsideWorkingHours: z.boolean().optional(),
      })
      .strict(),
    /** The level becomes at least this one; no rule can lower a level. */
    raiseTo: SecurityLevel.optional(),
    terms: TighterTerms.optional(),
    /** Nobody may do this, whoever says yes. */
    refuse: z.literal(true).optional(),
  })
  .strict()
  .refine((rule) => rule.raiseTo !== undefined || rule.terms !== undefined || rule.refuse === true, {
    message: 'a rule raises, tightens or refuses',
  })
export type PolicyRule = z.infer<typeof PolicyRule>

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
export const WorkingHours = z
  .object({
    timeZone: z.string(),
    /** ISO days: Monday is 1. */
    days: z.array(z.number().int().min(1).max(7)).min(1),
    from: TimeOfDay,
    to: TimeOfDay,
    holidays: z.array(z.iso.date()).default([]),
  })
  .strict()
export type WorkingHours = z.infer<typeof WorkingHours>

/** A policy file: terms per gated level, and rules that raise, tighten or refuse. */
export const Policy = z
  .object({
    version: z.literal(1),
    workingHours: WorkingHours.default({
      timeZone: 'Europe/Paris',
      days: [1, 2, 3, 4, 5],
      from: '08:00',
      to: '18:30',
      holidays: [],
    }),
    levels: z.object({ L3: PolicyTerms, L4: PolicyTerms }).strict(),
    rules: z.array(PolicyRule),
  })
  .strict()
  .refine(
    (policy) => policy.levels.L3.approver >= 'N2' && policy.levels.L4.approver >= 'N3',
    'L3 is approved by N2 or above, L4 by N3 or above',
  )
  .refine((policy) => policy.levels.L4.approvals >= 2, 'L4 needs two approvals at least')
  .refine((policy) => policy.levels.L4.stepUp && policy.levels.L4.previewSeen, {
    message: 'L4 needs stepUp and previewSeen',
  })
export type Policy = z.infer<typeof Policy>

/** One rule as it was weighed for a call: which of its conditions held, and why. */
export const WeighedRule = z.object({
  name: z.string(),
  matched: z.boolean(),
  raiseTo: SecurityLevel.nullable(),
  refuse: z.boolean(),
  conditions: z.array(
    z.object({ fact: z.string(), expected: z.string(), actual: z.string(), met: z.boolean() }),
  ),
})
export type WeighedRule = z.infer<typeof WeighedRule>

/** Why a call was allowed, escalated or refused. */
export const PolicyExplanation = z
  .object({
    policyVersion: z.string(),
    /** The policy that is in force now is another one. */
    isOutdated: z.boolean(),
    toolName: z.string(),
    baseLevel: SecurityLevel,
    level: SecurityLevel,
    outcome: z.enum(['allowed', 'approval', 'refused']),
    /** Null below L3, where nobody is asked. */
    terms: PolicyTerms.nullable(),
    rules: z.array(WeighedRule),
    sentence: LocalizedText,
  })
  .meta({ id: 'PolicyExplanation' })
export type PolicyExplanation = z.infer<typeof PolicyExplanation>

/** The policy in force, and what is wrong with the file when it could not be taken. */
export const PolicyInForce = z
  .object({
    version: z.string(),
    loadedAt: z.iso.datetime(),
    /** The policy as YAML, shipped rules included. */
    text: z.string(),
    policy: Policy,
    /** Set while the file on disk is bad: the policy in force is the one before. */
    problem: z.object({ message: z.string(), since: z.iso.datetime() }).nullable(),
    /** Newest first. */
    versions: z.array(z.object({ version: z.string(), loadedAt: z.iso.datetime() })),
  })
  .meta({ id: 'PolicyInForce' })
export type PolicyInForce = z.infer<typeof PolicyInForce>

/** A call to explain that nobody makes: nothing is recorded, nothing runs. */
export const ExplainInput = z
  .object({
    toolName: z.string(),
    arguments: z.record(z.string(), z.unknown()),
    target: z.record(z.string(), Scalar),
    requester: z.enum(['user', 'workflow', 'mcp-client']).default('user'),
    at: z.iso.datetime().optional(),
  })
  .strict()
  .meta({ id: 'ExplainInput' })
export type ExplainInput = z.infer<typeof ExplainInput>

/** A changed policy (YAML), tried on what was asked in the last days. */
export const DryRunInput = z
  .object({ text: z.string().min(1).max(100_000), days: z.number().int().min(1).max(365).default(30) })
  .strict()
  .meta({ id: 'DryRunInput' })
export type DryRunInput = z.infer<typeof DryRunInput>

const Verdict = z.object({ level: SecurityLevel, outcome: z.enum(['allowed', 'approval', 'refused']) })
export const DryRunResult = z
  .object({
    version: z.string(),
    /** Calls and requests that were looked at; `limited` when there were more. */
    looked: z.number().int(),
    limited: z.boolean(),
    /** Those that would go another way, newest first, at most 200. */
    changes: z.array(
      z.object({
        kind: z.enum(['approval', 'execution']),
        id: z.string(),
        toolName: z.string(),
        targetName: z.string(),
        at: z.iso.datetime(),
        before: Verdict,
        after: Verdict,
        rules: z.array(z.string()),
      }),
    ),
    counts: z.object({ same: z.number().int(), stricter: z.number().int(), looser: z.number().int() }),
  })
  .meta({ id: 'DryRunResult' })
export type DryRunResult = z.infer<typeof DryRunResult>
