import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Express } from 'express'

/** A listening HTTP server. */
export interface Listener {
  url: string
  /** Stops at once, open connections included. */
  close(): Promise<void>
}

/** Serves the app on that address (127.0.0.1 and a free port unless told). Throws when the port is taken. */
export async function listen(app: Express, where: { host?: string; port?: number }): Promise<Listener> {
  const { host = '127.0.0.1', port = 0 } = where
  const server = createServer(app)
  server.listen(port, host)
  await once(server, 'listening')
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
