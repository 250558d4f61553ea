import { timingSafeEqual } from 'node:crypto'
import type { Clock } from '../clock.ts'
import { failure, type ObsReply, type ObsServer, unauthorised } from './server.ts'

const maxFailures = 10
const windowMs = 300_000

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}

type Right = 'none' | 'read' | 'write'

function rightOf(server: ObsServer, authorization: string): Right {
  const [scheme = '', credentials = ''] = authorization.split(' ')
  if (/^basic$/i.test(scheme)) {
    const pair = Buffer.from(credentials, 'base64').toString('utf8')
    return isSame(pair, `${server.user}:${server.password}`) ? 'write' : 'none'
  }
  if (!/^bearer$/i.test(scheme)) return 'none'
  if (isSame(credentials, server.token)) return 'write'
  return isSame(credentials, server.readOnlyToken) ? 'read' : 'none'
}

/** Checks who calls: 401 page, 403 for a read-only token, 429 after ten failures in five minutes. */
export function createAccess(server: ObsServer, clock: Clock) {
  const failures: number[] = []
  return (authorization: string, method: string): ObsReply | undefined => {
    const now = clock().getTime()
    while (failures[0] !== undefined && failures[0] < now - windowMs) failures.shift()
    if (failures.length >= maxFailures) return failure(429, 'Too many authentication failures')
    const right = rightOf(server, authorization)
    if (right === 'none') {
      failures.push(now)
      return unauthorised
    }
    return right === 'read' && method !== 'GET' ? failure(403, 'This token is read-only') : undefined
  }
}
