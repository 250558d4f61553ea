import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type HubEvent, hasAccreditation, type SocketFrame } from '@hub/contracts'
import { lastEventId } from '@hub/prisma'
import { type WebSocket, WebSocketServer } from 'ws'
import type { ServerContext } from '../../context.ts'
import { isAllowedOrigin, type OriginRules } from '../../http/security.ts'
import type { RequestSession } from '../../http/session-on-request.ts'
import { findLiveSessionIds, sessionOf, tokenOf } from '../auth/index.ts'

export const safeguardSocketPath = '/api/safeguard/ws'
const pingMs = 30_000
/** How long a reader has to answer a goodbye. */
const closeWithinMs = 2_000
/** A reader this far behind is cut off; it reconnects and asks for the state. */
const maxBufferedBytes = 1_000_000

interface Client {
  socket: WebSocket
  session: RequestSession
  isAlive: boolean
}

export interface SafeguardSocket {
  /** Takes over an HTTP upgrade for the socket's path. */
  upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): void
  close(): void
}

/** Live events for signed-in people (N1+). The socket only tells to look again: every fact comes from the API. */
export function createSafeguardSocket(ctx: ServerContext, rules: OriginRules): SafeguardSocket {
  const clients = new Set<Client>()
  const server = new WebSocketServer({ noServer: true, maxPayload: 1_024 })
  const end = ctx.bus.subscribe({
    onEvent: (event) => tell(clients, event),
    onResync: async () => {
      await dropEnded(ctx, clients)
      await sendHello(ctx, [...clients])
    },
  })
  const pings = setInterval(() => {
    pingAll(clients)
    dropEnded(ctx, clients).catch((err: unknown) => ctx.log.warn({ err }, 'sessions not checked'))
  }, pingMs)
  return {
    upgrade(req, socket, head) {
      admit(ctx, req, rules)
        .then((session) => {
          if (typeof session === 'number') return refuse(socket, session)
          server.handleUpgrade(req, socket, head, (ws) =>
            welcome(ctx, clients, { socket: ws, session, isAlive: true }),
          )
        })
        .catch((err: unknown) => {
          ctx.log.error({ err }, 'socket upgrade failed')
          refuse(socket, 500)
        })
    },
    close() {
      end()
      clearInterval(pings)
      for (const { socket } of clients) socket.close(1001, 'restart')
      setTimeout(() => closeRudely(clients), closeWithinMs).unref()
      server.close()
    },
  }
}

/** @returns the session, or the HTTP status of the refusal */
async function admit(
  ctx: ServerContext,
  req: IncomingMessage,
  rules: OriginRules,
): Promise<RequestSession | number> {
  const { origin, cookie, authorization } = req.headers
  const isProgram = origin === undefined && cookie === undefined
  if (!isProgram && !isAllowedOrigin(rules, req.headers)) return 403
  const session = await sessionOf(ctx, tokenOf({ authorization, cookie }))
  if (!session) return 401
  return hasAccreditation(session.user.accreditation, 'N1') ? session : 403
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

function welcome(ctx: ServerContext, clients: Set<Client>, client: Client): void {
  clients.add(client)
  const { socket } = client
  socket.on('pong', () => {
    client.isAlive = true
  })
  socket.on('close', () => clients.delete(client))
  socket.on('error', (err) => ctx.log.info({ err }, 'socket error'))
  sendHello(ctx, [client]).catch((err: unknown) => {
    ctx.log.error({ err }, 'socket hello failed')
    socket.close(1011)
  })
}

async function sendHello(ctx: ServerContext, clients: Client[]): Promise<void> {
  const hello = {
    type: 'hello' as const,
    lastId: await lastEventId(ctx.db),
    at: ctx.clock.now().toISOString(),
  }
  for (const client of clients) send(client, hello)
}

function tell(clients: Set<Client>, event: HubEvent): void {
  for (const client of clients) {
    if (event.type === 'auth:session_revoked') {
      if (event.data.sessionId === client.session.id) client.socket.close(4401, 'session ended')
    }
    send(client, isFor(client, event) ? event : { ...event, data: {} })
  }
}

/** Others get the bare event: they need its id to know that they missed nothing, not what it is about. */
function isFor({ session }: Client, event: HubEvent): boolean {
  if (event.type.startsWith('auth:')) return false
  return event.type !== 'chat:message_appended' || event.data.userId === session.user.id
}

function send({ socket }: Client, frame: SocketFrame): void {
  if (socket.readyState !== socket.OPEN) return
  if (socket.bufferedAmount > maxBufferedBytes) socket.terminate()
  else socket.send(JSON.stringify(frame))
}

/** Drops sockets that answer no more. */
function pingAll(clients: Set<Client>): void {
  for (const client of clients) {
    if (!client.isAlive) client.socket.terminate()
    else {
      client.isAlive = false
      client.socket.ping()
    }
  }
}

/** Closes sockets whose session has ended: a logout may have been missed while the bus was away. */
async function dropEnded(ctx: ServerContext, clients: Set<Client>): Promise<void> {
  const ids = [...clients].map(({ session }) => session.id)
  if (ids.length === 0) return
  const live = await findLiveSessionIds(ctx.db, { ids, now: ctx.clock.now() })
  for (const { session, socket } of clients)
    if (ids.includes(session.id) && !live.has(session.id)) socket.close(4401, 'session ended')
}

function closeRudely(clients: Set<Client>): void {
  for (const { socket } of clients) socket.terminate()
}
