import { expect, it } from 'vitest'
import { createSlots } from './slots.ts'

it('runs so many at once, all of them, and goes on after one that failed', async () => {
  const slots = createSlots(3)
  let running = 0
  let most = 0
  const piece = async (index: number) => {
    running += 1
    most = Math.max(most, running)
    await new Promise((resolve) => setTimeout(resolve, 1))
    running -= 1
    if (index % 4 === 0) throw new Error('failed')
    return index
  }
  const ended = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => slots(() => piece(index))))
  expect(most).toBe(3)
  expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(15)
})
