import type { Clock } from '../clock.ts'
import type { GlpiDatabase } from './database.ts'
import type { QueryTree } from './php-query.ts'
import type { GlpiSession, GlpiSessions } from './sessions.ts'

/** What every endpoint works with. */
export interface GlpiServer {
  db: GlpiDatabase
  clock: Clock
  sessions: GlpiSessions
  appToken: string
  userToken: string
  version: string
  /** Is told of every ticket that is added. */
  onNewTicket(ticketId: number): void
}

/** One request whose session has been checked. */
export interface GlpiCall {
  server: GlpiServer
  session: GlpiSession
  method: string
  /** Path below apirest.php, split. */
  path: readonly string[]
  query: QueryTree
  body: Record<string, unknown>
  /** False when the client asked for plain text (X-GLPI-Sanitized-Content: false). */
  isSanitised: boolean
  baseUrl: string
}

/** What goes back to the client; a null body is sent empty. */
export interface GlpiReply {
  status: number
  body: unknown
  headers?: Record<string, string>
}

export const ok = (body: unknown): GlpiReply => ({ status: 200, body })
