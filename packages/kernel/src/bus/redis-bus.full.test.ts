import { expect, it, vi } from 'vitest'
import { createLogger } from '../log/logger.ts'
import { layCable } from '../testing/cable.ts'
import { describeBusContract } from './bus-contract.ts'
import { createRedisBus } from './redis-bus.ts'

const url = process.env.TEST_REDIS_URL
if (!url) throw new Error('TEST_REDIS_URL is missing: run npm run test:full')
const log = createLogger({ name: 'test', level: 'silent' })

describeBusContract('redis', () => createRedisBus(url, log), true)

it('says so while Redis is away, and asks to look again when it is back', async () => {
  const link = await layCable(url)
  const bus = createRedisBus(link.url, log)
  const onResync = vi.fn()
  bus.subscribe({ onEvent: () => undefined, onResync })
  await vi.waitFor(() => expect(bus.isUp()).toBe(true))
  expect(onResync).not.toHaveBeenCalled()
  link.cut()
  await vi.waitFor(() => expect(bus.isUp()).toBe(false))
  const lost = { type: 'safeguard:new_request', id: 1, at: new Date().toISOString(), data: {} } as const
  await expect(bus.publish(lost)).resolves.toBeUndefined()
  link.mend()
  await vi.waitFor(() => expect(onResync).toHaveBeenCalledTimes(1), { timeout: 8_000 })
  expect(bus.isUp()).toBe(true)
  await bus.close()
  await link.close()
})

it('says so while Redis is frozen: connections stay open and nothing answers', async () => {
  const link = await layCable(url)
  const bus = createRedisBus(link.url, log)
  await vi.waitFor(() => expect(bus.isUp()).toBe(true))
  link.freeze()
  await vi.waitFor(() => expect(bus.isUp()).toBe(false), { timeout: 5_000 })
  const lost = { type: 'safeguard:new_request', id: 1, at: new Date().toISOString(), data: {} } as const
  const startedAt = performance.now()
  await bus.publish(lost)
  expect(performance.now() - startedAt).toBeLessThan(2_000)
  link.thaw()
  await vi.waitFor(() => expect(bus.isUp()).toBe(true), { timeout: 5_000 })
  await bus.close()
  await link.close()
}, 20_000)
