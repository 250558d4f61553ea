import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Estate, startEstate } from '@hub/estate'
import { type Clock, createMemoryBus, type Env, type Logger } from '@hub/kernel'
import { startMcpServer } from '@hub/mcp-server'
import { migrate, migrationsDir } from '@hub/prisma'
import { startEmbeddedDatabase } from '@hub/prisma/embedded'
import { seedDemoUsers, startServer } from '@hub/server'
import { startWorkflows } from '@hub/workflows'
import { type EmbeddedEnv, loadEmbeddedConfig } from './config.ts'
import { connectWebhooks } from './connect-webhooks.ts'
import { openSecrets } from './secrets.ts'
import { presentValues, realSystems, sharedEnv } from './shared-env.ts'
import { demoSystemEnv, demoWorkflowsEnv } from './system-env.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface RunningHub {
  url: string
  mcpUrl: string
  /** Password of the demo accounts; undefined when real systems are behind them. */
  demoPassword: string | undefined
  /** The demo systems behind it. */
  estate: Estate
  close(): Promise<void>
}

type Closing = () => Promise<void>

/**
 * Starts the whole Hub in this process: database, demo estate, MCP server, workflows, API and web app.
 * @param parts.clock of the Hub and of the demo world, where a test lets time pass
 * @throws ConfigError with one line when the configuration is wrong
 */
export async function startHub(
  given: Env,
  log: Logger,
  { clock }: { clock?: Clock } = {},
): Promise<RunningHub> {
  const env = presentValues(given)
  const config = loadEmbeddedConfig(env)
  const dataDir = resolve(config.HUB_DATA_DIR)
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const closings: Closing[] = []
  const opened = <T extends { close(): Promise<void> }>(part: T): T => {
    closings.unshift(() => part.close())
    return part
  }
  const close = async () => {
    for (const closing of closings.splice(0)) await closing()
  }
  try {
    const running = await startParts({ env, config, dataDir, log, opened, clock })
    return { ...running, close }
  } catch (error) {
    await close()
    throw error
  }
}

interface StartPlan {
  env: Env
  config: EmbeddedEnv
  dataDir: string
  log: Logger
  clock: Clock | undefined
  opened<T extends { close(): Promise<void> }>(part: T): T
}

async function startParts(plan: StartPlan): Promise<Omit<RunningHub, 'close'>> {
  const { env, config, dataDir, log, opened, clock } = plan
  const real = realSystems(env)
  const timed = clock && { clock }
  const database = opened(await startEmbeddedDatabase({ dataDir: join(dataDir, 'database') }))
  const secrets = openSecrets(dataDir)
  const [estate] = await Promise.all([
    startEstate({
      host: config.HUB_HOST,
      port: config.ESTATE_PORT,
      directoryPort: config.ESTATE_PORT === 0 ? 0 : config.ESTATE_PORT + 1,
      dataDir: join(dataDir, 'estate'),
      secrets,
      ...(clock && { clock: () => clock.now() }),
    }).then(opened),
    prepareDatabase(database.url, config.HUB_DEMO_PASSWORD),
  ])
  const demoPassword = real.length === 0 ? config.HUB_DEMO_PASSWORD : undefined
  const shared = sharedEnv({
    env,
    defaults: {
      ...secretEnv(secrets),
      ...demoWorkflowsEnv(real),
      HUB_PUBLIC_URL: `http://${config.HUB_HOST}:${config.HUB_PORT}`,
      RAG_DOCUMENTS_DIR: join(root, 'rag-documents'),
    },
    demo: demoSystemEnv(estate, { dataDir, secrets }),
    fixed: {
      DATABASE_URL: database.url,
      REDIS_URL: undefined,
      HUB_MODE: 'embedded',
      HUB_HOST: config.HUB_HOST,
      HUB_DEMO_PASSWORD: demoPassword,
      WEB_DIST_DIR: join(root, 'web/dist'),
    },
  })
  const bus = opened(createMemoryBus(log))
  const mcp = opened(await startMcpServer(shared, { bus, log: log.child({ room: 'mcp-server' }), ...timed }))
  const withMcp = { ...shared, MCP_SERVER_URL: mcp.url }
  const server = opened(await startServer(withMcp, { bus, log: log.child({ room: 'server' }), ...timed }))
  opened(await startWorkflows(withMcp, { bus, log: log.child({ room: 'workflows' }), ...timed }))
  if (real.length === 0) connectWebhooks(estate, server.url, secrets)
  return { url: server.url, mcpUrl: mcp.url, demoPassword, estate }
}

function secretEnv(secrets: ReturnType<typeof openSecrets>): Env {
  const { JWT_SECRET, MCP_ASSERTION_SECRET, MCP_API_KEY, HUB_ENCRYPTION_KEY } = secrets
  return { JWT_SECRET, MCP_ASSERTION_SECRET, MCP_API_KEY, HUB_ENCRYPTION_KEY }
}

async function prepareDatabase(url: string, demoPassword: string): Promise<void> {
  await migrate({ url, dir: migrationsDir })
  await seedDemoUsers(url, demoPassword)
}
