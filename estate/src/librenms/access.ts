import { timingSafeEqual } from 'node:crypto'
import type { Request } from 'express'
import type { LibreReply, LibreServer } from './server.ts'

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Checks the token of `X-Auth-Token` or a bearer; both refusals come from the framework, without `status`. */
export function checkAccess(server: LibreServer, request: Request): LibreReply | undefined {
  const bearer = /^bearer (.+)$/i.exec(request.get('authorization') ?? '')?.[1]
  const given = request.get('x-auth-token') ?? bearer ?? ''
  if (isSame(given, server.token)) return undefined
  if (!isSame(given, server.readOnlyToken)) return { status: 401, body: { message: 'Unauthenticated.' } }
  return request.method === 'GET'
    ? undefined
    : { status: 403, body: { message: 'This action is unauthorized.' } }
}
