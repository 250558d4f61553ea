import type { Router } from 'express'
import type { Clock } from '../clock.ts'
import type { SystemControl } from '../wire/system.ts'
import { createSystem } from '../wire/system.ts'
import type { GlpiServer } from './call.ts'
import type { Cell, GlpiDatabase, NewRow, Row } from './database.ts'
import type { Itemtype } from './itemtypes.ts'
import { glpiRouter } from './router.ts'
import { createSessions } from './sessions.ts'

/** What tests and scenarios may do to the demo GLPI. */
export interface GlpiControl extends SystemControl {
  /** Ends every session: the next call with an old token answers ERROR_SESSION_TOKEN_INVALID. */
  expireSessions(): void
  sessionCount(): number
  /** A copy of a stored row, texts plain. */
  row(type: Itemtype, id: number): Row | undefined
  /** Copies of the stored rows that match. */
  rows(type: Itemtype, match?: Record<string, Cell>): Row[]
  /** Puts a row straight into its table, as an import would: no rule of GLPI runs. Out: a copy with its id. */
  insert(type: Itemtype, row: NewRow): Row
}

export interface GlpiOptions {
  db: GlpiDatabase
  clock: Clock
  appToken: string
  userToken: string
  /** Seconds without a request after which a session ends; 1440 unless told. */
  sessionIdleSeconds?: number | undefined
  /** Is told of every ticket that is added through an API. */
  onNewTicket: GlpiServer['onNewTicket']
}

/** The demo GLPI 10: its router (to mount at apirest.php) and its control. */
export function createGlpi(options: GlpiOptions): {
  router: Router
  control: GlpiControl
  server: GlpiServer
} {
  const { db, clock, appToken, userToken, onNewTicket, sessionIdleSeconds = 1440 } = options
  const sessions = createSessions(clock, sessionIdleSeconds)
  const server: GlpiServer = { db, clock, sessions, appToken, userToken, version: '10.0.15', onNewTicket }
  const system = createSystem(glpiRouter(server), clock)
  const control: GlpiControl = {
    ...system.control,
    expireSessions: sessions.closeAll,
    sessionCount: sessions.count,
    row: (type, id) => {
      const row = db.find(type, id)
      return row && { ...row }
    },
    rows: (type, match = {}) => db.where(type, match).map((row) => ({ ...row })),
    insert: (type, row) => ({ ...db.insert(type, row) }),
  }
  return { router: system.router, control, server }
}
