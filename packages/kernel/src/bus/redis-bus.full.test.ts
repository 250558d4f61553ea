import { connect, createServer, type Server, type Socket } from 'node:net'
import { expect, it, vi } from 'vitest'
import { createLogger } from '../log/logger.ts'
import { describeBusContract } from './bus-contract.ts'
import { createRedisBus } from './redis-bus.ts'

const url = process.env.TEST_REDIS_URL
if (!url) throw new Error('TEST_REDIS_URL is missing: run npm run test:full')
const log = createLogger({ name: 'test', level: 'silent' })

describeBusContract('redis', () => createRedisBus(url, log), true)

/** A TCP relay in front of Redis that can cut every connection, as a network would. */
async function relay(
  target: URL,
): Promise<{ url: string; cut: () => void; heal: () => void; close: () => void }> {
  const sockets = new Set<Socket>()
  let isOpen = true
  const server: Server = createServer((inbound) => {
    if (!isOpen) return void inbound.destroy()
    const outbound = connect(Number(target.port), target.hostname)
    for (const [from, to] of [
      [inbound, outbound],
      [outbound, inbound],
    ] as const) {
      sockets.add(from)
      from.pipe(to)
      from.on('error', () => to.destroy())
      from.on('close', () => to.destroy())
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const cut = () => {
    isOpen = false
    for (const socket of sockets) socket.destroy()
  }
  const heal = () => {
    isOpen = true
  }
  const close = () => {
    cut()
    server.close()
  }
  const port = typeof address === 'object' && address ? address.port : 0
  return { url: `redis://127.0.0.1:${port}`, cut, heal, close }
}

it('says so while Redis is away, and asks to look again when it is back', async () => {
  const link = await relay(new URL(url))
  const bus = createRedisBus(link.url, log)
  const onResync = vi.fn()
  bus.subscribe({ onEvent: () => undefined, onResync })
  await vi.waitFor(() => expect(bus.isUp()).toBe(true))
  expect(onResync).not.toHaveBeenCalled()
  link.cut()
  await vi.waitFor(() => expect(bus.isUp()).toBe(false))
  const lost = { type: 'safeguard:new_request', id: 1, at: new Date().toISOString(), data: {} } as const
  await expect(bus.publish(lost)).resolves.toBeUndefined()
  link.heal()
  await vi.waitFor(() => expect(onResync).toHaveBeenCalledTimes(1), { timeout: 8_000 })
  expect(bus.isUp()).toBe(true)
  await bus.close()
  link.close()
})
