import { expect, it } from 'vitest'
import { readDevices } from './read-sources.ts'

const device = (deviceId: number) => ({
  deviceId,
  hostname: `SW-${deviceId}`,
  state: 'up' as const,
  downReason: null,
  type: null,
  hardware: null,
  purpose: null,
  location: null,
  uptimeSeconds: null,
  lastPolledAt: null,
})

/** A list of pages of two, whose order at each call is the next of `orders`, the last one for ever. */
function listOf(orders: number[][]) {
  let calls = 0
  const read = async (_name: string, { page = 1 }: { page?: number }) => {
    const order = orders[Math.min(calls++, orders.length - 1)] ?? []
    return {
      devices: order.slice(page * 2 - 2, page * 2).map(device),
      total: order.length,
      states: { up: order.length, down: 0, ignored: 0, disabled: 0 },
      page,
      pageCount: Math.ceil(order.length / 2),
      complete: true,
    }
  }
  return { read, calls: () => calls }
}

const numbers = (devices: { deviceId: number }[]) => devices.map(({ deviceId }) => deviceId).sort()

it('reads a list once where nothing moves', async () => {
  const { read, calls } = listOf([[1, 2, 3, 4]])
  expect(numbers(await readDevices(read))).toEqual([1, 2, 3, 4])
  expect(calls()).toBe(2)
})

it('misses no device when another falls while it reads, and the order changes', async () => {
  // 4 falls between the two pages: 3 slips onto the first one, which was read.
  const { read } = listOf([
    [1, 2, 3, 4],
    [4, 3, 1, 2],
  ])
  expect(numbers(await readDevices(read))).toEqual([1, 2, 3, 4])
})

it('gives what it has of a list that says it is longer than it shows', async () => {
  const { read, calls } = listOf([[1, 2]])
  const short = async (name: string, args: { page?: number }) => ({ ...(await read(name, args)), total: 3 })
  expect(numbers(await readDevices(short))).toEqual([1, 2])
  expect(calls()).toBe(3)
})
