import { expect, it } from 'vitest'
import { createPauses } from './pauses.ts'

it('waits twice as long after each failure, up to a minute, and forgets what is done', () => {
  let now = 5
  const pauses = createPauses(() => now)
  const waits: number[] = []
  for (let failure = 0; failure < 9; failure += 1) {
    expect(pauses.isDue('a')).toBe(true)
    pauses.failed('a')
    const from = now
    while (!pauses.isDue('a')) now += 500
    waits.push((now - from) / 1000)
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60])
  pauses.failed('a')
  expect([pauses.isDue('a'), pauses.isDue('b')]).toEqual([false, true])
  pauses.done('a')
  expect(pauses.isDue('a')).toBe(true)
})
