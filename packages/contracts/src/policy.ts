import { z } from 'zod'
import { LocalizedText, SecurityLevel } from './levels.ts'
import { looserTerms, PolicyTerms, TighterTerms } from './policy-terms.ts'

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
    .refine((value) => Object.keys(value).length > 0, 'name a comparison')
    .refine(
      ({ atLeast, atMost }) => atLeast === undefined || atMost === undefined || atLeast <= atMost,
      'no value is at least and at most that',
    ),
])
export type PolicyMatcher = z.infer<typeof PolicyMatcher>

const RequesterType = z.enum(['user', 'workflow', 'mcp-client'])

export const PolicyRule = z
  .object({
    name: z.string().min(1).max(120),
    /** The name in the words of its readers. */
    title: LocalizedText.optional(),
    when: z
      .object({
        tools: z.array(z.string()).min(1).optional(),
        /** The least level of the tool, so that a rule also holds for tools to come. */
        level: z.enum(['L2', 'L3', 'L4']).optional(),
        arguments: z.record(z.string(), PolicyMatcher).optional(),
        target: z.record(z.string(), PolicyMatcher).optional(),
        /** Names of clients, compared without case and accents. */
        clients: z.array(z.string()).min(1).optional(),
        requester: RequesterType.optional(),
        /** By the time at which the call was made, not at which it runs: a deferred one may run at night. */
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

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is no time of day like 08:30')
/** From `from` to `to`, over midnight when `to` is not later; the same time twice is the whole day. */
export const WorkingHours = z
  .object({
    timeZone: z.string().refine(isTimeZone, 'is no time zone like Europe/Paris'),
    /** ISO days on which the hours begin: Monday is 1. */
    days: z.array(z.number().int().min(1).max(7)).min(1),
    from: TimeOfDay,
    to: TimeOfDay,
    holidays: z.array(z.iso.date()).default([]),
  })
  .strict()
export type WorkingHours = z.infer<typeof WorkingHours>

function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** The floors of the gate (DESIGN section 4) hold whatever a file says. */
const PolicyLevels = z
  .object({ L3: PolicyTerms, L4: PolicyTerms })
  .strict()
  .superRefine(({ L3, L4 }, ctx) => {
    const refuse = (path: string[], message: string) => ctx.addIssue({ code: 'custom', path, message })
    if (L3.approver < 'N2') refuse(['L3', 'approver'], 'L3 is approved by N2 or above')
    if (L4.approver < 'N3') refuse(['L4', 'approver'], 'L4 is approved by N3 or above')
    if (L4.approvals < 2) refuse(['L4', 'approvals'], 'L4 needs two approvals at least')
    for (const term of ['stepUp', 'previewSeen'] as const)
      if (!L4[term]) refuse(['L4', term], 'L4 needs stepUp and previewSeen')
    for (const term of looserTerms(L3, L4)) refuse(['L4', term], `L4 asks less than L3: ${term}`)
  })

/** What is in force: terms per gated level, and rules that raise, tighten or refuse. */
export const Policy = z
  .object({
    version: z.literal(1),
    workingHours: WorkingHours,
    levels: PolicyLevels,
    rules: z.array(PolicyRule),
  })
  .strict()
export type Policy = z.infer<typeof Policy>

/** A policy file: what it does not say is as shipped, and the shipped rules always apply. */
export const PolicyFile = z
  .object({
    version: z.literal(1),
    workingHours: WorkingHours.optional(),
    levels: PolicyLevels.optional(),
    rules: z.array(PolicyRule).max(500).default([]),
  })
  .strict()
export type PolicyFile = z.infer<typeof PolicyFile>

/** One rule as it was weighed for a call: which of its conditions held, and why. */
export const WeighedRule = z.object({
  name: z.string(),
  title: LocalizedText,
  matched: z.boolean(),
  raiseTo: SecurityLevel.nullable(),
  terms: TighterTerms.nullable(),
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
    /** The instant as of which it was weighed. */
    at: z.iso.datetime(),
    /** The policy that is in force now is another one. */
    isOutdated: z.boolean(),
    toolName: z.string(),
    baseLevel: SecurityLevel,
    level: SecurityLevel,
    outcome: z.enum(['allowed', 'approval', 'refused']),
    /** Null where nobody is asked: below L3, or refused. */
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
    requester: RequesterType.default('user'),
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

const Verdict = z.object({
  level: SecurityLevel,
  outcome: z.enum(['allowed', 'approval', 'refused']),
  terms: PolicyTerms.nullable(),
})
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
        change: z.enum(['stricter', 'looser']),
        /** The rules that match under the changed policy. */
        rules: z.array(z.string()),
      }),
    ),
    /** Looser: something is asked less, whatever else is asked more. */
    counts: z.object({ same: z.number().int(), stricter: z.number().int(), looser: z.number().int() }),
  })
  .meta({ id: 'DryRunResult' })
export type DryRunResult = z.infer<typeof DryRunResult>
