import { expect, it } from 'vitest'
import { createTurns } from './create-turns.ts'

it('runs so many at once, in their order, whatever fails', async () => {
  const inTurn = createTurns(2)
  const begun: number[] = []
  let running = 0
  let most = 0
  const works = [0, 1, 2, 3, 4].map((index) =>
    inTurn(async () => {
      begun.push(index)
      running += 1
      most = Math.max(most, running)
      await new Promise((resolve) => setTimeout(resolve, 5))
      running -= 1
      if (index === 1) throw new Error('lost')
      return index
    }),
  )
  const ends = await Promise.allSettled(works)
  expect(ends.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
    'fulfilled',
  ])
  expect(begun).toEqual([0, 1, 2, 3, 4])
  expect(most).toBe(2)
})
