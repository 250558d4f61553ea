import type { Duplex } from 'node:stream'
import type { HubEvent, SocketFrame, User } from '@hub/contracts'
import type { WebSocket } from 'ws'
import type { ServerContext } from '../../context.ts'
import type { RequestSession } from '../../http/session-on-request.ts'
import { type Door, mayRead } from './event-readers.policy.ts'
import { textFrame } from './text-frame.ts'

/** A reader this far behind is cut off; it reconnects and asks for the state. */
const maxBufferedBytes = 1_000_000

/** One event as it goes over the wire, made once for all sockets: whole, and bare for those it is not for. */
export interface EventFrames {
  event: HubEvent
  whole: Buffer
  bare: Buffer
}

export function framesOf(event: HubEvent): EventFrames {
  const bare = { ...event, data: {} }
  return { event, whole: textFrame(JSON.stringify(event)), bare: textFrame(JSON.stringify(bare)) }
}

/** One open socket of a signed-in person. */
export interface SocketClient {
  readonly socket: WebSocket
  readonly sessionId: string
  readonly door: Door
  /** From here on events are told with the rights of this user: the same person, as they are now. */
  tellAs(user: User): void
  /** Tells an event, or keeps it until `begin`. */
  tell(frames: EventFrames): void
  send(frame: SocketFrame): void
  /** Tells what was missed, then what came while it was looked for, each once. */
  begin(missed: HubEvent[]): void
  /** Drops a socket that answers no more, else asks it to answer. */
  ping(): void
}

/**
 * @param opened `stream` is what `socket` writes to. Without compression `ws` writes its own frames, pings and
 *   goodbyes, at once and whole: frames that are written beside it keep their place among them
 */
export function createSocketClient(
  ctx: ServerContext,
  {
    socket,
    stream,
    session,
    door,
  }: { socket: WebSocket; stream: Duplex; session: RequestSession; door: Door },
): SocketClient {
  let isAlive = true
  let { user } = session
  let waiting: EventFrames[] | null = []
  socket.on('pong', () => {
    isAlive = true
  })
  socket.on('error', (err) => ctx.log.info({ err }, 'socket error'))

  const write = (frame: Buffer) => {
    if (socket.readyState !== socket.OPEN) return
    if (socket.bufferedAmount > maxBufferedBytes) socket.terminate()
    else stream.write(frame)
  }
  const pass = ({ event, whole, bare }: EventFrames) => {
    if (event.type === 'auth:session_revoked' && event.data.sessionId === session.id)
      socket.close(4401, 'session ended')
    write(mayRead(door, user, event) ? whole : bare)
  }
  return {
    socket,
    sessionId: session.id,
    door,
    tellAs(now) {
      user = now
    },
    tell(frames) {
      if (waiting) waiting.push(frames)
      else pass(frames)
    },
    send: (frame) => write(textFrame(JSON.stringify(frame))),
    begin(missed) {
      const told = new Set(missed.map(({ id }) => id))
      for (const event of missed) pass(framesOf(event))
      for (const frames of waiting ?? []) if (!told.has(frames.event.id)) pass(frames)
      waiting = null
    },
    ping() {
      if (!isAlive) return socket.terminate()
      isAlive = false
      socket.ping()
    },
  }
}
