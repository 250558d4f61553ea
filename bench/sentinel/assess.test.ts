import { describe, expect, it } from 'vitest'
import { assess } from './assess.ts'
import { scenarioSets } from './scenarios.ts'

describe.each(['tuning', 'held', 'fresh'] as const)('SENTINEL on the %s incidents', (name) => {
  const results = scenarioSets[name].map((scenario) => assess(scenario))

  it('is right often enough and never wrong with confidence', () => {
    const pairs = results.flatMap(({ pairs: each }) => each)
    const right = pairs.filter((pair) => pair.right === pair.said).length
    expect(right / pairs.length).toBeGreaterThanOrEqual(name === 'fresh' ? 0.8 : 0.9)
    expect(Math.max(...results.map(({ worstWrong }) => worstWrong))).toBeLessThan(0.9)
  })

  it('makes the incidents, tickets and mails that are expected', () => {
    const wrong = results.filter(
      (result) =>
        !result.isGroupedRight ||
        result.tickets !== result.expectedTickets ||
        result.mails !== result.expectedMails,
    )
    expect(wrong.map(({ id, faults }) => `${id} ${faults.join('; ')}`)).toEqual([])
    expect(results.every(({ doubleMails }) => doubleMails === 0)).toBe(true)
  })

  it('gives the same when every notification is delivered twice', () => {
    const pick = ({ incidents, tickets, mails, pairs }: ReturnType<typeof assess>) => ({
      incidents,
      tickets,
      mails,
      pairs,
    })
    const repeated = scenarioSets[name].map((scenario) => assess(scenario, { isRepeated: true }))
    expect(repeated.map(pick)).toEqual(results.map(pick))
  })
})
