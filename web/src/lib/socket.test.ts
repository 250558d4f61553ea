import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocketServer } from 'ws'
import { type LiveState, openHubSocket, reconnectDelayMs } from './socket.ts'

const at = '2026-11-20T19:00:00.000Z'
const hello = (lastId: number) => JSON.stringify({ type: 'hello', lastId, at })
const event = (id: number) =>
  JSON.stringify({ type: 'safeguard:new_request', id, at, data: { approvalId: 'A' } })

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

  it('comes back after a cut, asks for what it missed and is told it, also what was late, once', async () => {
    const asked: (string | undefined)[] = []
    server.on('connection', (socket, request) => {
      asked.push(request.url)
      if (asked.length === 1) {
        for (const frame of [hello(4), event(5)]) socket.send(frame)
        setTimeout(() => socket.close(), 20)
      } else for (const frame of [hello(7), event(3), event(5), event(6), event(7)]) socket.send(frame)
    })
    const { seen, close } = connect()
    await vi.waitFor(() => expect(seen.events).toEqual([5, 3, 6, 7]), 5000)
    expect(asked).toEqual(['/', '/?since=5'])
    expect(seen).toMatchObject({ gaps: 0, states: ['connected', 'reconnecting', 'connected'] })
    close()
  })

  it('reads everything again when too much was missed', async () => {
    let connections = 0
    server.on('connection', (socket) => {
      connections += 1
      if (connections === 1) {
        socket.send(hello(4))
        setTimeout(() => socket.close(), 20)
      } else socket.send(JSON.stringify({ type: 'hello', lastId: 900, at, tooMuchMissed: true }))
    })
    const { seen, close } = connect()
    await vi.waitFor(() => expect(seen.gaps).toBe(1), 5000)
    expect(seen.events).toEqual([])
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
