import { accreditations, looserTerms, Policy, PolicyRule, securityLevels } from '@hub/contracts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { evaluatePolicy } from './evaluate-policy.ts'
import { stricterTerms } from './stricter-terms.ts'
import type { PolicyQuestion } from './weigh-rule.ts'

const scalar = fc.constantFrom<string | number | boolean>('a', 'b', 1, 2, 3, true, false)
const key = fc.constantFrom('x', 'y', 'clientName')
const number = fc.constantFrom(1, 2, 3)
const matcher = fc.oneof(
  scalar,
  fc.record({ atLeast: number }),
  fc.record({ atMost: number }),
  fc.record({ not: scalar }),
  fc.record({ oneOf: fc.array(scalar, { minLength: 1, maxLength: 3 }) }),
)
const tighter = fc
  .record(
    {
      approvals: fc.integer({ min: 1, max: 5 }),
      approver: fc.constantFrom(...accreditations),
      expiresInMinutes: fc.integer({ min: 1, max: 1440 }),
      maxDeferralHours: fc.integer({ min: 0, max: 168 }),
      reasonRequired: fc.constant(true as const),
      stepUp: fc.constant(true as const),
      previewSeen: fc.constant(true as const),
    },
    { requiredKeys: [] },
  )
  .filter((terms) => Object.keys(terms).length > 0)
const conditions = fc.record(
  {
    tools: fc.array(fc.constantFrom('t', 'u'), { minLength: 1, maxLength: 2 }),
    level: fc.constantFrom('L2' as const, 'L3' as const, 'L4' as const),
    arguments: fc.dictionary(key, matcher, { maxKeys: 2 }),
    target: fc.dictionary(key, matcher, { maxKeys: 2 }),
    clients: fc.array(fc.constantFrom('A', 'b'), { minLength: 1, maxLength: 2 }),
    requester: fc.constantFrom('user' as const, 'workflow' as const, 'mcp-client' as const),
    outsideWorkingHours: fc.boolean(),
  },
  { requiredKeys: [] },
)
const when = fc.oneof(fc.constant({}), conditions)
const rule = fc
  .record(
    {
      name: fc.constant('rule'),
      when,
      raiseTo: fc.constantFrom(...securityLevels),
      terms: tighter,
      refuse: fc.constant(true as const),
    },
    { requiredKeys: ['name', 'when'] },
  )
  .filter((one) => PolicyRule.safeParse(one).success)

const ordinary = {
  approvals: 1,
  approver: 'N2' as const,
  expiresInMinutes: 1440,
  maxDeferralHours: 168,
  reasonRequired: false,
  stepUp: false,
  previewSeen: false,
  ladder: [],
}
const wide = { approvals: 2, approver: 'N3' as const, stepUp: true as const, previewSeen: true as const }
const policy = fc
  .record({ forL3: tighter, forL4: tighter, rules: fc.array(rule, { maxLength: 4 }) })
  .map(({ forL3, forL4, rules }) => {
    const L3 = stricterTerms(ordinary, forL3)
    const L4 = stricterTerms(stricterTerms(L3, wide), forL4)
    const workingHours = { timeZone: 'UTC', days: [1, 2, 3], from: '08:00', to: '18:00', holidays: [] }
    return Policy.parse({ version: 1, workingHours, levels: { L3, L4 }, rules })
  })
const facts = fc.dictionary(key, scalar, { maxKeys: 3 })
const question: fc.Arbitrary<PolicyQuestion> = fc.record({
  toolName: fc.constantFrom('t', 'u'),
  level: fc.constantFrom('L2' as const, 'L3' as const, 'L4' as const),
  arguments: facts,
  target: facts.map((attributes) => ({ attributes })),
  requester: fc.constantFrom('user' as const, 'workflow' as const, 'mcp-client' as const),
  clientName: fc.constantFrom('a', 'B', null),
  at: fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }),
})

const outcomes = ['allowed', 'approval', 'refused']
const seed = Math.floor(Math.random() * 2 ** 31)

it(`one more rule, wherever it stands, never asks less (seed ${seed})`, () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(policy, rule, fc.nat(4), question, (before, added, place, asked) => {
      const after = { ...before, rules: before.rules.toSpliced(place, 0, added) }
      const [less, more] = [evaluatePolicy(before, asked), evaluatePolicy(after, asked)]
      seen.add(`${less.outcome} ${less.level} -> ${more.outcome} ${more.level}`)
      expect(securityLevels.indexOf(more.level)).toBeGreaterThanOrEqual(securityLevels.indexOf(less.level))
      expect(securityLevels.indexOf(more.level)).toBeGreaterThanOrEqual(securityLevels.indexOf(asked.level))
      expect(outcomes.indexOf(more.outcome)).toBeGreaterThanOrEqual(outcomes.indexOf(less.outcome))
      if (less.terms && more.terms) expect(looserTerms(less.terms, more.terms)).toEqual([])
    }),
    { seed, numRuns: 3_000 },
  )
  expect([...seen]).toEqual(
    expect.arrayContaining([
      'allowed L2 -> approval L4',
      'approval L3 -> approval L4',
      'approval L3 -> refused L3',
    ]),
  )
})
