import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { HubEvent } from '@hub/contracts'
import { eventsAfter, eventTime, lastEventId, settledEventId } from '@hub/prisma'
import { WebSocketServer } from 'ws'
import type { ServerContext } from '../../context.ts'
import type { OriginRules } from '../../http/security.ts'
import { findLiveUsers } from '../auth/index.ts'
import { admitSocket, refuseSocket, sinceOf } from './admit-socket.ts'
import { countUpgrades } from './count-upgrades.ts'
import { type Door, mayListen, safeguardDoor, supervisionDoor } from './event-readers.policy.ts'
import { createSocketClient, framesOf, type SocketClient } from './socket-client.ts'
import { createSocketPlaces } from './socket-places.ts'

const pingMs = 30_000
/** How long a reader has to answer a goodbye. */
const closeWithinMs = 2_000
/** More missed events than this are not told one by one: the client reads the state again. */
const maxReplayed = 500
/** Sockets that one session has open at once, at all doors; the next one reads every 30 s. */
const socketsPerSession = 10

type TakeOver = (req: IncomingMessage, socket: Duplex, head: Buffer) => void

export interface LiveSockets {
  /** Takes over an HTTP upgrade, by the path of the door. */
  upgrades: Record<string, TakeOver>
  close(): void
}

/**
 * Live events for signed-in people, at one door for each kind of reader. A socket only tells to look again: every fact comes from the API.
 * `?since=<id>` first tells what came after that event, and once more what may have been committed late before it.
 */
export function createLiveSockets(ctx: ServerContext, rules: OriginRules): LiveSockets {
  const clients = new Set<SocketClient>()
  const server = new WebSocketServer({ noServer: true, maxPayload: 1_024, perMessageDeflate: false })
  const perAddress = ctx.env.SOCKETS_PER_ADDRESS
  const takePlace = createSocketPlaces({ perSession: socketsPerSession, perAddress })
  const countUpgrade = countUpgrades(ctx)
  const end = ctx.bus.subscribe({
    onEvent(event) {
      const frames = framesOf(event)
      for (const client of clients) client.tell(frames)
    },
    onResync: async () => {
      await checkAgain(ctx, clients)
      const hello = await helloOf(ctx)
      for (const client of clients) client.send(hello)
    },
  })
  const pings = setInterval(() => {
    for (const client of clients) client.ping()
    checkAgain(ctx, clients).catch((err: unknown) => ctx.log.warn({ err }, 'sessions not checked'))
  }, pingMs)
  const upgradeAt =
    (door: Door): TakeOver =>
    (req, socket, head) => {
      admitSocket(ctx, req, { rules, door })
        .then(async (session) => {
          if (typeof session === 'number') return refuseSocket(socket, session)
          const address = await countUpgrade(req, session)
          if (address === null || !takePlace(socket, { sessionId: session.id, address }))
            return refuseSocket(socket, 429)
          server.handleUpgrade(req, socket, head, (ws) => {
            const client = createSocketClient(ctx, { socket: ws, stream: socket, session, door })
            clients.add(client)
            ws.on('close', () => clients.delete(client))
            welcome(ctx, client, sinceOf(req)).catch((err: unknown) => {
              ctx.log.error({ err }, 'socket hello failed')
              ws.close(1011)
            })
          })
        })
        .catch((err: unknown) => {
          ctx.log.error({ err }, 'socket upgrade failed')
          refuseSocket(socket, 500)
        })
    }
  const doors = [safeguardDoor, supervisionDoor]
  return {
    upgrades: Object.fromEntries(doors.map((door) => [door.path, upgradeAt(door)])),
    close() {
      end()
      clearInterval(pings)
      for (const { socket } of clients) socket.close(1001, 'restart')
      setTimeout(() => closeRudely(clients), closeWithinMs).unref()
      server.close()
    },
  }
}

async function helloOf(ctx: ServerContext) {
  return { type: 'hello' as const, lastId: await lastEventId(ctx.db), at: ctx.clock.now().toISOString() }
}

/** First a hello, then what was missed, then what came meanwhile. */
async function welcome(ctx: ServerContext, client: SocketClient, since: number | undefined): Promise<void> {
  const hello = await helloOf(ctx)
  const missed = since === undefined ? [] : await missedSince(ctx, since)
  const isTooMuch = missed.length > maxReplayed
  client.send(isTooMuch ? { ...hello, tooMuchMissed: true } : hello)
  client.begin(isTooMuch ? [] : missed)
}

/** The events that a reader who had `since` may have missed; at most one more than is told. */
async function missedSince({ db }: ServerContext, since: number): Promise<HubEvent[]> {
  const readAt = await eventTime(db, since)
  const from = readAt ? await settledEventId(db, { id: since, readAt }) : since
  return eventsAfter(db, from, maxReplayed + 1)
}

/**
 * Closes sockets whose session has ended, for a logout may have been missed while the bus was away, and those of
 * people who may not listen any more; the others go on with the rights that their people have now.
 */
async function checkAgain(ctx: ServerContext, clients: Set<SocketClient>): Promise<void> {
  const checked = [...clients]
  if (checked.length === 0) return
  const ids = checked.map(({ sessionId }) => sessionId)
  const live = await findLiveUsers(ctx.db, { ids, now: ctx.clock.now() })
  for (const client of checked) {
    const user = live.get(client.sessionId)
    if (user && mayListen(client.door, user)) client.tellAs(user)
    else client.socket.close(4401, user ? 'may not listen any more' : 'session ended')
  }
}

function closeRudely(clients: Set<SocketClient>): void {
  for (const { socket } of clients) socket.terminate()
}
