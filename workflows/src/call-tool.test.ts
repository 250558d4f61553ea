import type { Server } from 'node:net'
import { createServer } from 'node:net'
import { UpstreamError } from '@hub/contracts'
import {
  createLogger,
  createMemoryBus,
  longestCallMs,
  mcpTools,
  systemClock,
  type ToolSession,
} from '@hub/kernel'
import { createDb } from '@hub/prisma'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { callTool, openCalls } from './call-tool.ts'

let silent: Server
beforeEach(async () => {
  silent = createServer()
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  vi.useRealTimers()
  await new Promise((resolve) => silent.close(resolve))
})

it.each(['tools that accept a connection and say nothing', 'a way to the tools that never opens'])(
  'ends within its time with %s',
  async (what) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const address = silent.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const openTools = what.startsWith('tools')
      ? mcpTools({ url: `http://127.0.0.1:${port}/mcp`, assertionSecret: 'x'.repeat(43) })
      : () => new Promise<never>(() => undefined)
    const log = createLogger({ name: 'test', level: 'silent' })
    const db = createDb({ url: 'postgresql://nobody@127.0.0.1:1/none' })
    const ctx = { db, log, bus: createMemoryBus(log), clock: systemClock, openTools }
    const sockets: { destroy(): void }[] = []
    silent.on('connection', (socket) => void sockets.push(socket))
    const ended = vi.fn()
    const actor = { type: 'workflow', name: 'safeguard', runId: 'r' } as const
    const call = callTool(ctx, { actor, locale: 'fr' }, { name: 'x', arguments: {} }).catch(ended)
    await vi.advanceTimersByTimeAsync(longestCallMs)
    await call
    expect(ended).toHaveBeenCalledWith(expect.objectContaining({ code: 'UPSTREAM_FAILED' }))
    for (const socket of sockets) socket.destroy()
  },
)

it('takes one way to the tools for several calls, and another when that could not be opened', async () => {
  const log = createLogger({ name: 'test', level: 'silent' })
  const db = createDb({ url: 'postgresql://nobody@127.0.0.1:1/none' })
  const outcome = { status: 'ok' as const, data: 1 }
  const close = vi.fn(async () => undefined)
  const call = async () => ({ status: 'ok' as const, summary: { fr: 'f', en: 'e' }, outcome })
  const openTools = vi
    .fn<() => Promise<ToolSession>>()
    .mockRejectedValueOnce(new UpstreamError('away', { reason: 'upstream.unreachable' }))
    .mockResolvedValue({ list: async () => [], call, close })
  const ctx = { db, log, bus: createMemoryBus(log), clock: systemClock, openTools }
  const calls = openCalls(ctx, { actor: { type: 'workflow', name: 'sentinel', runId: 'r' }, locale: 'fr' })
  const one = () => calls.call({ name: 'x', arguments: {} })
  await expect(one()).rejects.toThrow('away')
  expect(await Promise.all([one(), one(), one()])).toEqual([outcome, outcome, outcome])
  await calls.close()
  expect(openTools).toHaveBeenCalledTimes(2)
  expect(close).toHaveBeenCalledTimes(1)
})
