import { expect, it } from 'vitest'
import { borrowThread, endThread, giveBack } from './read-threads.ts'

it('passes the turn on when who was called has just given up', { timeout: 10_000 }, async () => {
  const forever = new AbortController().signal
  const [first, second] = [await borrowThread(forever), await borrowThread(forever)]
  const impatient = new AbortController()
  const givenUp = borrowThread(impatient.signal)
  const patient = borrowThread(AbortSignal.timeout(3_000))
  giveBack(first)
  impatient.abort(new Error('left'))
  await expect(givenUp).rejects.toThrow('left')
  const third = await patient
  expect(third).toBe(first)
  await Promise.all([endThread(second), endThread(third)])
})
