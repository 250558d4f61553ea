import { type HubEvent, SocketFrame } from '@hub/contracts'
import { createEventCursor } from './event-cursor.ts'

export type LiveState = 'connected' | 'reconnecting' | 'polling'

export interface HubSocketOptions {
  url: string
  onEvent: (event: HubEvent) => void
  /** Events were missed: what is on the screen must be read again. */
  onGap: () => void
  onState: (state: LiveState) => void
  /** The session is over; the socket does not try again. */
  onSessionEnded: () => void
}

/** Close code by which the Hub says that the session ended, e.g. by signing out in another tab. */
const sessionEndedCode = 4401
const firstDelayMs = 500
const longestDelayMs = 20_000
/** From this many failures in a row the screen lives on polling, while tries go on. */
const failuresBeforePolling = 3

/** Waits longer after each failure, with a spread so that a restart is not met by every client at once. */
export function reconnectDelayMs(failures: number, random = Math.random()): number {
  const full = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(failures, 10))
  return full / 2 + (full / 2) * random
}

/** The address that asks for what came after an event. */
function since(url: string, lastId: number | undefined): string {
  if (lastId === undefined) return url
  const resumed = new URL(url)
  resumed.searchParams.set('since', String(lastId))
  return resumed.href
}

/**
 * Keeps a socket open to the Hub until the returned function is called; each new one goes on where the last ended.
 * Protocol: DESIGN section 5, events.
 */
export function openHubSocket(options: HubSocketOptions): () => void {
  const cursor = createEventCursor()
  let socket: WebSocket | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let isClosed = false

  const read = (raw: unknown) => {
    const frame = SocketFrame.safeParse(typeof raw === 'string' ? JSON.parse(raw) : raw)
    if (!frame.success) return options.onGap()
    if (frame.data.type === 'hello') {
      failures = 0
      options.onState('connected')
      if (cursor.hello(frame.data)) options.onGap()
      return
    }
    const place = cursor.event(frame.data.id)
    if (place === 'seen') return
    if (place === 'gap') options.onGap()
    options.onEvent(frame.data)
  }

  const connect = () => {
    socket = new WebSocket(since(options.url, cursor.lastId()))
    cursor.opened()
    socket.onmessage = (message) => read(message.data)
    // What failed is told by the close that always follows.
    socket.onerror = () => undefined
    socket.onclose = ({ code }) => {
      if (isClosed) return
      if (code === sessionEndedCode) return options.onSessionEnded()
      failures += 1
      options.onState(failures < failuresBeforePolling ? 'reconnecting' : 'polling')
      timer = setTimeout(connect, reconnectDelayMs(failures))
    }
  }
  connect()

  return () => {
    isClosed = true
    clearTimeout(timer)
    socket?.close()
  }
}
