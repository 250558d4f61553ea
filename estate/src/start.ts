import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import express from 'express'
import { createClock } from './clock.ts'
import { people } from './data/people.ts'
import { startDirectory } from './directory/index.ts'
import type { Estate, EstateOptions } from './estate.ts'
import { createGlpi } from './glpi/create-glpi.ts'
import { createGlpiV2 } from './glpi-v2/create-glpi-v2.ts'
import { createTicketWebhook } from './glpi-v2/webhook/ticket-webhook.ts'
import { createLibrenms } from './librenms/create-librenms.ts'
import { listen } from './listen.ts'
import { mailRouter, startMail } from './mail/index.ts'
import { createModelState, mistralRouter, ollamaRouter } from './models/index.ts'
import { createObservium } from './observium/create-observium.ts'
import { openWorld } from './open-world.ts'
import { scenarioRouter } from './scenarios/router.ts'
import { scenarios } from './scenarios/scenarios.ts'
import type { Stage } from './scenarios/stage.ts'

const secret = () => randomBytes(20).toString('hex')

function accessOf({ secrets = {} }: EstateOptions) {
  return {
    glpi: { appToken: secrets.glpiAppToken ?? secret(), userToken: secrets.glpiUserToken ?? secret() },
    glpiV2: {
      clientId: secrets.glpiOAuthClientId ?? secret(),
      clientSecret: secrets.glpiOAuthClientSecret ?? secret(),
      username: 'api-hub',
      password: secrets.glpiPassword ?? secret(),
    },
    observium: {
      user: 'hub',
      password: secrets.observiumPassword ?? secret(),
      token: secret(),
      readOnlyToken: secret(),
    },
    librenms: { token: secret(), readOnlyToken: secret() },
    mistralKey: secrets.mistralApiKey ?? secret(),
  }
}

const openDirectory = ({ host, directoryPort, dataDir, secrets }: EstateOptions, now: () => number) =>
  startDirectory({
    people,
    now,
    ...(host !== undefined && { host }),
    ...(directoryPort !== undefined && { port: directoryPort }),
    ...(dataDir !== undefined && { dataDir: join(dataDir, 'directory') }),
    ...(secrets?.directoryBindPassword !== undefined && { bindPassword: secrets.directoryBindPassword }),
  })

const openMail = ({ host, dataDir }: EstateOptions, now: () => Date) =>
  startMail({
    now,
    ...(host !== undefined && { host }),
    ...(dataDir !== undefined && { certificatesDir: join(dataDir, 'directory') }),
  })

/**
 * Starts the demo estate: one HTTP port with GLPI at /glpi/apirest.php and /glpi/api.php, Observium at /observium,
 * LibreNMS over the same devices at /librenms and the model servers at /ollama and /mistral; the directory and the mail server have ports of their own. Throws when a port is taken or the kept state cannot be read.
 */
export async function startEstate(options: EstateOptions = {}): Promise<Estate> {
  const clock = options.clock ?? createClock(options.now)
  const world = await openWorld(options.dataDir, clock)
  const access = accessOf(options)
  const ticketWebhook = createTicketWebhook({ db: world.glpi, clock })
  const glpi = createGlpi({
    db: world.glpi,
    clock,
    onNewTicket: ticketWebhook.tellNew,
    ...access.glpi,
    sessionIdleSeconds: options.glpiSessionIdleSeconds,
  })
  const glpiV2 = createGlpiV2({
    glpi: glpi.server,
    access: access.glpiV2,
    tokenSeconds: options.glpiTokenSeconds,
  })
  const observium = createObservium({
    db: world.observium,
    clock,
    ...access.observium,
    webhook: options.alertWebhook,
  })
  const app = express().disable('x-powered-by')
  app.use('/glpi/apirest.php', glpi.router)
  app.use('/glpi/api.php', glpiV2.router)
  app.use('/observium', observium.router)
  const librenms = createLibrenms({ db: world.observium, clock, ...access.librenms })
  app.use('/librenms', librenms.router)
  const ollama = createModelState({ mistralKey: secret() })
  const mistral = createModelState({ mistralKey: access.mistralKey })
  app.use('/ollama', ollamaRouter(ollama))
  app.use('/mistral', mistralRouter(mistral))
  const server = await listen(app, options)
  const directory = await openDirectory(options, () => clock().getTime()).catch(async (error: unknown) => {
    await server.close()
    throw error
  })
  const mail = await openMail(options, clock).catch(async (error: unknown) => {
    await server.close()
    await directory.close()
    throw error
  })
  const { notifier } = observium
  const stage: Stage = {
    ...world,
    clock,
    directory,
    notifier,
    tellNewTicket: ticketWebhook.tellNew,
    observiumUrl: `${server.url}/observium`,
  }
  app.use('/_estate', scenarioRouter(stage))
  app.use('/_estate/mail', mailRouter(mail.messages))
  return {
    url: server.url,
    glpi: { url: `${server.url}/glpi/apirest.php`, ...access.glpi, ...glpi.control },
    glpiV2: {
      url: `${server.url}/glpi/api.php/v2`,
      ...access.glpiV2,
      ...glpiV2.control,
      setWebhook: ticketWebhook.setTarget,
      deliveries: ticketWebhook.deliveries,
    },
    observium: { url: stage.observiumUrl, ...access.observium, ...observium.control },
    librenms: { url: `${server.url}/librenms`, ...access.librenms, ...librenms.control },
    ollama: { url: `${server.url}/ollama`, control: ollama },
    mistral: { url: `${server.url}/mistral`, apiKey: access.mistralKey, control: mistral },
    directory,
    mail,
    play: (name, ...args) => scenarios[name](stage, args),
    close: async () => {
      notifier.close()
      ticketWebhook.close()
      await server.close()
      await directory.close()
      await mail.close()
      await world.file.flush()
    },
  }
}
