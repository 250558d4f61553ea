import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import express from 'express'
import { createClock } from './clock.ts'
import { people } from './data/people.ts'
import { startDirectory } from './directory/index.ts'
import type { Estate, EstateOptions } from './estate.ts'
import { createGlpi } from './glpi/create-glpi.ts'
import { createObservium } from './observium/create-observium.ts'
import { openWorld } from './open-world.ts'

const secret = () => randomBytes(20).toString('hex')

async function listen(app: express.Express, host: string, port: number) {
  const server = createServer(app)
  server.listen(port, host)
  await once(server, 'listening')
  return server
}

/**
 * Starts the demo estate: one HTTP port with GLPI at /glpi/apirest.php and Observium at /observium,
 * and the directory on its own. Throws when a port is taken or the kept state cannot be read.
 */
export async function startEstate(options: EstateOptions = {}): Promise<Estate> {
  const { host = '127.0.0.1', port = 0, directoryPort = 0, dataDir, secrets = {} } = options
  const clock = createClock(options.now)
  const world = await openWorld(dataDir, clock)
  const glpiAccess = {
    appToken: secrets.glpiAppToken ?? secret(),
    userToken: secrets.glpiUserToken ?? secret(),
  }
  const observiumAccess = {
    user: 'hub',
    password: secrets.observiumPassword ?? secret(),
    token: secret(),
    readOnlyToken: secret(),
  }
  const idle = options.glpiSessionIdleSeconds
  const glpi = createGlpi({
    db: world.glpi,
    clock,
    ...glpiAccess,
    ...(idle !== undefined && { sessionIdleSeconds: idle }),
  })
  const observium = createObservium({ db: world.observium, clock, ...observiumAccess })
  const app = express()
  app.disable('x-powered-by')
  app.use('/glpi/apirest.php', glpi.router)
  app.use('/observium', observium.router)
  const directory = await startDirectory({
    host,
    port: directoryPort,
    people,
    now: () => clock().getTime(),
    ...(dataDir !== undefined && { dataDir: join(dataDir, 'directory') }),
    ...(secrets.directoryBindPassword !== undefined && { bindPassword: secrets.directoryBindPassword }),
  })
  const server = await listen(app, host, port)
  const url = `http://${host}:${(server.address() as AddressInfo).port}`
  return {
    url,
    glpi: { url: `${url}/glpi/apirest.php`, ...glpiAccess, ...glpi.control },
    observium: { url: `${url}/observium`, ...observiumAccess, ...observium.control },
    directory,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
      await directory.close()
      await world.file.flush()
    },
  }
}
