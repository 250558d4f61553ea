import { once } from 'node:events'
import { chmod } from 'node:fs/promises'
import net from 'node:net'
import type { PGlite } from '@electric-sql/pglite'
import { Backend } from './backend.ts'
import { Connection, type ConnectionContext } from './connection.ts'
import { cString, errorFrame, frame } from './frames.ts'
import { NotificationRouter } from './notification-router.ts'
import { Scheduler } from './scheduler.ts'
import { TemporaryTables } from './temporary-tables.ts'

/** Where to listen. A password is asked when one is given; TCP without one is for tests of the protocol only. */
export type WireEndpoint = { socketPath: string } | { host: string; port: number; password: string }

export interface WireServerLimits {
  /** How long an idle transaction may keep others waiting (SQLSTATE 25P03 after that). */
  idleInTransactionMs: number
  /** Largest message, batch or COPY upload in bytes (SQLSTATE 54000). */
  maxFrameBytes: number
  maxConnections: number
  /** Time to send the startup packet and password. */
  authenticationMs: number
}

export const defaultLimits: WireServerLimits = {
  idleInTransactionMs: 10_000,
  maxFrameBytes: 64 * 1024 * 1024,
  maxConnections: 200,
  authenticationMs: 10_000,
}

const reportedSettings = [
  'server_version',
  'server_encoding',
  'client_encoding',
  'DateStyle',
  'IntervalStyle',
  'TimeZone',
  'integer_datetimes',
  'standard_conforming_strings',
  'is_superuser',
  'session_authorization',
]

/** A PostgreSQL wire-protocol server in front of one PGlite backend. */
export interface WireServer {
  /** The TCP port, or undefined on a Unix socket. */
  port: number | undefined
  /** Runs work on the database while no transaction is open. */
  exclusive<T>(work: (backend: Backend) => Promise<T>): Promise<T>
  /** Ends every connection and waits for the turn in progress; PGlite itself stays open. */
  close(): Promise<void>
}

/** Starts the server. Nobody else may use `pglite` directly: they would join another client's transaction. */
export async function startWireServer(
  pglite: PGlite,
  endpoint: WireEndpoint,
  limits: WireServerLimits = defaultLimits,
): Promise<WireServer> {
  const backend = new Backend(pglite)
  const scheduler = new Scheduler(limits.idleInTransactionMs)
  const context: ConnectionContext = {
    shared: { backend, router: new NotificationRouter(), temporaryTables: new TemporaryTables() },
    scheduler,
    greeting: await readGreeting(backend),
    password: 'password' in endpoint ? endpoint.password : undefined,
    maxFrameBytes: limits.maxFrameBytes,
    authenticationMs: limits.authenticationMs,
  }
  const connections = new Set<Connection>()
  let nextId = 1
  const server = net.createServer((socket) => {
    if (connections.size >= limits.maxConnections) {
      socket.on('error', () => socket.destroy())
      socket.end(errorFrame({ code: '53300', message: 'too many connections' }))
      return
    }
    const connection = new Connection(nextId++, socket, context)
    connections.add(connection)
    socket.on('close', () => connections.delete(connection))
  })
  await listen(server, endpoint)
  const address = server.address()
  return {
    port: typeof address === 'object' ? address?.port : undefined,
    exclusive: (work) => scheduler.exclusive(() => work(backend)),
    close: async () => {
      server.close()
      const reason = { code: '57P01', message: 'terminating connection: the database is shutting down' }
      for (const connection of connections) connection.end(reason)
      await scheduler.exclusive(async () => undefined)
    },
  }
}

async function listen(server: net.Server, endpoint: WireEndpoint): Promise<void> {
  if ('socketPath' in endpoint) server.listen(endpoint.socketPath)
  else server.listen(endpoint.port, endpoint.host)
  await once(server, 'listening')
  if ('socketPath' in endpoint) await chmod(endpoint.socketPath, 0o600)
}

async function readGreeting(backend: Backend): Promise<Buffer> {
  const frames: Buffer[] = []
  for (const name of reportedSettings) {
    const [row] = await backend.query(`SHOW ${name}`)
    frames.push(frame('S', cString(name), cString(row?.[0] ?? '')))
  }
  return Buffer.concat(frames)
}
