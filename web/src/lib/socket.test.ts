import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocketServer } from 'ws'
import { createGapDetector, type LiveState, openHubSocket, reconnectDelayMs } from './socket.ts'

const at = '2026-11-20T19:00:00.000Z'
const hello = (lastId: number) => JSON.stringify({ type: 'hello', lastId, at })
const event = (id: number) =>
  JSON.stringify({ type: 'safeguard:new_request', id, at, data: { approvalId: 'A' } })

describe('the gap detector', () => {
  it('sees a missing id, and what happened between two connections', () => {
    const missedSome = createGapDetector()
    expect(missedSome(10, 'hello')).toBe(false)
    expect(missedSome(11, 'event')).toBe(false)
    expect(missedSome(13, 'event')).toBe(true)
    expect(missedSome(13, 'hello')).toBe(false)
    expect(missedSome(15, 'hello')).toBe(true)
  })
})

describe('the delay before a new try', () => {
  it('grows, is spread, and never passes 20 s', () => {
    expect(reconnectDelayMs(1, 0)).toBe(500)
    expect(reconnectDelayMs(1, 1)).toBe(1000)
    expect(reconnectDelayMs(50, 1)).toBe(20_000)
  })
})

describe('a socket to the Hub', () => {
  let server: WebSocketServer
  let port: number
  beforeEach(async () => {
    server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
    await new Promise((resolve) => server.once('listening', resolve))
    port = (server.address() as AddressInfo).port
  })
  afterEach(() => {
    for (const client of server.clients) client.terminate()
    server.close()
  })
  const connect = () => {
    const seen = { events: [] as number[], gaps: 0, states: [] as LiveState[], ends: 0 }
    const close = openHubSocket({
      url: `ws://127.0.0.1:${port}`,
      onEvent: ({ id }) => seen.events.push(id),
      onGap: () => {
        seen.gaps += 1
      },
      onState: (state) => seen.states.push(state),
      onSessionEnded: () => {
        seen.ends += 1
      },
    })
    return { seen, close }
  }

  it('is connected from the hello on, passes events, and reports a gap', async () => {
    server.on('connection', (socket) => {
      for (const frame of [hello(4), event(5), event(7)]) socket.send(frame)
    })
    const { seen, close } = connect()
    await vi.waitFor(() => expect(seen.events).toEqual([5, 7]))
    expect(seen).toMatchObject({ gaps: 1, states: ['connected'] })
    close()
  })

  it('comes back after a cut and asks to read again what it missed', async () => {
    let lastId = 4
    server.on('connection', (socket) => {
      socket.send(hello(lastId))
      if (lastId === 4) setTimeout(() => socket.close(), 20)
      lastId = 9
    })
    const { seen, close } = connect()
    await vi.waitFor(() => expect(seen.states).toEqual(['connected', 'reconnecting', 'connected']), 5000)
    expect(seen.gaps).toBe(1)
    close()
  })

  it('does not come back once its session is over', async () => {
    let connections = 0
    server.on('connection', (socket) => {
      connections += 1
      socket.send(hello(4))
      socket.close(4401, 'session ended')
    })
    const { seen, close } = connect()
    await vi.waitFor(() => expect(seen.ends).toBe(1))
    expect(seen.states).toEqual(['connected'])
    expect(connections).toBe(1)
    close()
  })

  it('treats an unreadable frame as a gap', async () => {
    server.on('connection', (socket) => socket.send('{"type":"other"}'))
    const { seen, close } = connect()
    await vi.waitFor(() => expect(seen.gaps).toBe(1))
    close()
  })
})
