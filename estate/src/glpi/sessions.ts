import { randomBytes } from 'node:crypto'
import type { Clock } from '../clock.ts'

/** A PHP session of the API: who is in and which entities are active. */
export interface GlpiSession {
  token: string
  userId: number
  activeEntity: number
  isRecursive: boolean
  lastUsedAt: number
}

export interface GlpiSessions {
  open(userId: number): GlpiSession
  /** The live session of that token, its idle time reset; undefined when unknown or expired. */
  touch(token: string): GlpiSession | undefined
  close(token: string): void
  closeAll(): void
  count(): number
}

/** Sessions that end after `idleSeconds` without a request. A new one sees the root entity only. */
export function createSessions(clock: Clock, idleSeconds: number): GlpiSessions {
  const sessions = new Map<string, GlpiSession>()
  const isAlive = (session: GlpiSession) => clock().getTime() - session.lastUsedAt <= idleSeconds * 1000
  return {
    open: (userId) => {
      const token = randomBytes(13).toString('hex')
      const session = { token, userId, activeEntity: 0, isRecursive: false, lastUsedAt: clock().getTime() }
      sessions.set(token, session)
      return session
    },
    touch: (token) => {
      const session = sessions.get(token)
      if (!session) return undefined
      if (!isAlive(session)) {
        sessions.delete(token)
        return undefined
      }
      session.lastUsedAt = clock().getTime()
      return session
    },
    close: (token) => {
      sessions.delete(token)
    },
    closeAll: () => sessions.clear(),
    count: () => sessions.size,
  }
}
