import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { ServerContext } from '../../context.ts'
import { isAllowedOrigin, type OriginRules } from '../../http/security.ts'
import type { RequestSession } from '../../http/session-on-request.ts'
import { sessionOf, tokenOf } from '../auth/index.ts'
import { type Door, mayListen } from './event-readers.policy.ts'

/** Checks who opens a socket at a door, and from which page. @returns the session, or the HTTP status of the refusal */
export async function admitSocket(
  ctx: ServerContext,
  req: IncomingMessage,
  { rules, door }: { rules: OriginRules; door: Door },
): Promise<RequestSession | number> {
  const { origin, cookie, authorization } = req.headers
  const isProgram = origin === undefined && cookie === undefined
  if (!isProgram && !isAllowedOrigin(rules, req.headers)) return 403
  const session = await sessionOf(ctx, tokenOf({ authorization, cookie }))
  if (!session) return 401
  return mayListen(door, session.user) ? session : 403
}

/** Answers an upgrade with an HTTP status, and ends the connection also for a client that never would. */
export function refuseSocket(socket: Duplex, status: number): void {
  socket.once('finish', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

/** Id of the last event that the client has, from `?since=`; undefined for anything else. */
export function sinceOf({ url }: IncomingMessage): number | undefined {
  const text = /[?&]since=(\d{1,15})(&|$)/.exec(url ?? '')?.[1]
  return text === undefined ? undefined : Number(text)
}
