import type { WorkflowRunDetail } from '@hub/contracts'
import { expect, it } from 'vitest'
import { readConclusion } from './read-conclusion.ts'

const run = (more: Partial<WorkflowRunDetail>) =>
  ({ workflow: 'sentinel', category: null, verdict: 'FAI', facts: {}, ...more }) as WorkflowRunDetail
const said = { fr: 'oui', en: 'yes' }

it('takes what it can read and leaves the rest among the facts', () => {
  const facts = {
    rules: [{ name: 'r', pointsTo: 'FAI', weight: 2, ...said }, '… 3'],
    evidence: [{ kind: 'hop', at: '2026-11-21T10:00:00Z', ...said }, { kind: 'odd' }],
    cause: 'site:lyon',
    device: 'SW-1',
  }
  const { conclusion, rest } = readConclusion(run({ facts }))
  expect(conclusion).toMatchObject({ rules: [{ pointsTo: 'FAI' }], evidence: [said], reasons: [] })
  expect(conclusion?.rules).toHaveLength(1)
  expect(rest).toEqual({ device: 'SW-1' })
})

it('hides nothing that has no sentence', () => {
  const facts = { evidence: [{ kind: 'odd' }], rules: 'none' }
  expect(readConclusion(run({ facts })).rest).toEqual(facts)
})

it('waits for something to conclude', () => {
  const facts = { reasons: [said] }
  expect(readConclusion(run({ workflow: 'support', verdict: null, facts }))).toEqual({
    conclusion: null,
    rest: facts,
  })
})
