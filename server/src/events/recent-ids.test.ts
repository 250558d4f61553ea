import { expect, it } from 'vitest'
import { RecentIds } from './recent-ids.ts'

it('knows an id again', () => {
  const ids = new RecentIds(2)
  expect([ids.add(1), ids.add(1), ids.add(2)]).toEqual([true, false, true])
})

it('forgets none above its floor, however many there are', () => {
  const ids = new RecentIds(2)
  for (let id = 1; id <= 10_000; id += 1) ids.add(id)
  expect([ids.add(1), ids.add(5_000)]).toEqual([false, false])
})

it('keeps the newest below its floor', () => {
  const ids = new RecentIds(2)
  for (let id = 1; id <= 6; id += 1) ids.add(id)
  ids.settle(5)
  expect([ids.add(6), ids.add(5)]).toEqual([false, false])
  expect(ids.add(4)).toBe(true)
})
