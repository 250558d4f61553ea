import type { RunStep } from '@hub/contracts'
import { describe, expect, it } from 'vitest'
import { readTimeline, tookMs } from './read-timeline.ts'
import { isNothing, shapeOf, spokenText } from './value-shape.ts'

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 20, 10, 0, seconds)).toISOString()
const step = (number: number, name: string, more: Partial<RunStep> = {}): RunStep => ({
  ...{ number, name, result: null, failure: null },
  startedAt: at(number),
  endedAt: at(number),
  ...more,
})
const failure = { message: 'GLPI is unreachable', reason: 'upstream.unreachable' }

describe('the timeline', () => {
  const steps = [
    step(0, 'read', { failure }),
    step(1, 'now'),
    step(2, 'rest'),
    step(3, 'read', { failure }),
    step(4, 'read', { startedAt: at(90), endedAt: at(92) }),
    step(5, 'classify', { startedAt: at(93) }),
  ]

  it('counts the tries of a step in a row', () => {
    expect(readTimeline(steps, false).map(({ name, attempt }) => [name, attempt])).toEqual([
      ['read', 1],
      ['read', 2],
      ['read', 3],
      ['classify', 1],
    ])
  })

  it('tells how long the run waited between what is shown', () => {
    expect(readTimeline(steps, false).map(({ waitedMs }) => waitedMs)).toEqual([null, null, 87_000, null])
    expect(readTimeline(steps, true)).toHaveLength(6)
  })

  it('tells what a step took, when that is known', () => {
    expect(tookMs({ startedAt: at(1), endedAt: at(3) })).toBe(2_000)
    expect(tookMs({ startedAt: at(1), endedAt: null })).toBeNull()
  })
})

describe('a recorded value', () => {
  it('is a scalar, a list, records or a record, without what is empty', () => {
    expect(shapeOf(0)).toEqual({ kind: 'scalar', value: 0 })
    expect(shapeOf(['a'])).toMatchObject({ kind: 'list' })
    expect(shapeOf([{ a: 1 }])).toMatchObject({ kind: 'records' })
    expect(shapeOf({ a: 1, b: null, c: [] })).toEqual({ kind: 'record', entries: [['a', 1]] })
  })

  it('is nothing when nothing is in it', () => {
    expect(isNothing({ a: [null, {}] })).toBe(true)
    expect(isNothing(false)).toBe(false)
  })

  it('is read in one language when it holds both', () => {
    const entries = Object.entries({ rule: 'vip', fr: 'compte VIP', en: 'VIP account' })
    expect(spokenText(entries, 'en')).toEqual({ text: 'VIP account', rest: [['rule', 'vip']] })
    expect(spokenText([['fr', 'seul']], 'fr').text).toBeNull()
  })
})
