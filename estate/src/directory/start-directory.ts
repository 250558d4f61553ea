import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer, type TLSSocket } from 'node:tls'
import type { Person } from '../data/people.ts'
import { loadCertificates } from './certificate/load-certificates.ts'
import { serveConnection } from './connection.ts'
import { type DirectoryControl, directoryControl } from './control/directory-control.ts'
import { FaultQueue } from './control/faults.ts'
import { WriteLog } from './control/write-log.ts'
import type { DirectoryLimits } from './domain.ts'
import { openDomain } from './open-domain.ts'
import { ensureServiceAccount } from './seed/ensure-service-account.ts'

export interface DirectoryOptions {
  people: readonly Person[]
  /** DNS name of the domain; `widip.lan` by default. */
  dns?: string
  /** Address to listen on; 127.0.0.1 by default. */
  host?: string
  /** 0, the default, takes a free port. */
  port?: number
  /** Folder for state and certificates; without it everything is in memory. */
  dataDir?: string
  /** Password of the Hub's account; a random one by default. */
  bindPassword?: string
  limits?: Partial<DirectoryLimits>
  /** Milliseconds since 1970; the clock of the domain. */
  now?: () => number
}

/** A running demo domain and what a client needs to speak to it. */
export interface Directory {
  url: string
  caPem: string
  baseDn: string
  bindDn: string
  bindPassword: string
  control: DirectoryControl
  close(): Promise<void>
}

/**
 * Start the demo Active Directory over LDAPS. With a data folder the state kept there wins over `people`.
 * Throws when the port is taken or the kept state cannot be read.
 */
export async function startDirectory(options: DirectoryOptions): Promise<Directory> {
  const { host = '127.0.0.1', port = 0, bindPassword = randomBytes(24).toString('base64url') } = options
  const domain = await openDomain(options)
  const bindDn = await ensureServiceAccount(domain, bindPassword)
  await domain.save()
  const { caPem, certificatePem, keyPem } = await loadCertificates(host, options.dataDir)
  const faults = new FaultQueue()
  const writes = new WriteLog()
  const sockets = new Set<TLSSocket>()
  const server = createServer({ cert: certificatePem + caPem, key: keyPem, minVersion: 'TLSv1.2' })
  server.on('secureConnection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    serveConnection(socket, { domain, faults, writes })
  })
  server.listen(port, host)
  await once(server, 'listening')
  const dropConnections = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: `ldaps://${host}:${(server.address() as AddressInfo).port}`,
    caPem,
    baseDn: domain.names.baseDn,
    bindDn,
    bindPassword,
    control: directoryControl({ domain, faults, writes, dropConnections }),
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      dropConnections()
      await closed
      await domain.exclusive(() => domain.save())
    },
  }
}
