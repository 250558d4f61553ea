import type { Server } from 'node:net'
import { createServer } from 'node:net'
import { createLogger, createMemoryBus, longestCallMs, mcpTools, systemClock } from '@hub/kernel'
import { createDb } from '@hub/prisma'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { callTool } from './call-tool.ts'

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
