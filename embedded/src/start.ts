import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startEstate } from '@hub/estate'
import { createMemoryBus, type Env, type Logger, loadConfig } from '@hub/kernel'
import { startMcpServer } from '@hub/mcp-server'
import { migrate, migrationsDir } from '@hub/prisma'
import { startEmbeddedDatabase } from '@hub/prisma/embedded'
import { seedDemoUsers, startServer } from '@hub/server'
import { startWorkflows } from '@hub/workflows'
import { assertLoopback, EmbeddedEnv } from './config.ts'
import { openSecrets } from './secrets.ts'
import { systemEnv } from './system-env.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface RunningHub {
  url: string
  mcpUrl: string
  demoPassword: string
  close(): Promise<void>
}

type Closing = () => Promise<void>

/**
 * Starts the whole Hub in this process: database, demo estate, MCP server, workflows, API and web app.
 * @throws ConfigError with one line when the configuration is wrong
 */
export async function startHub(env: Env, log: Logger): Promise<RunningHub> {
  const config = loadConfig(EmbeddedEnv, env)
  assertLoopback(config.HUB_HOST)
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
    const running = await startParts({ env, config, dataDir, log, opened })
    return { ...running, demoPassword: config.HUB_DEMO_PASSWORD, close }
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
  opened<T extends { close(): Promise<void> }>(part: T): T
}

async function startParts(plan: StartPlan): Promise<{ url: string; mcpUrl: string }> {
  const { env, config, dataDir, log, opened } = plan
  const database = opened(await startEmbeddedDatabase({ dataDir: join(dataDir, 'database') }))
  const secrets = openSecrets(dataDir)
  const [estate] = await Promise.all([
    startEstate({
      host: config.HUB_HOST,
      port: config.ESTATE_PORT,
      directoryPort: config.ESTATE_PORT === 0 ? 0 : config.ESTATE_PORT + 1,
      dataDir: join(dataDir, 'estate'),
      secrets,
    }).then(opened),
    prepareDatabase(database.url, config.HUB_DEMO_PASSWORD),
  ])
  const shared: Env = {
    ...secretEnv(secrets),
    ...systemEnv(estate, env, dataDir),
    ...env,
    DATABASE_URL: database.url,
    REDIS_URL: undefined,
    HUB_MODE: 'embedded',
    HUB_HOST: config.HUB_HOST,
    HUB_DEMO_PASSWORD: config.HUB_DEMO_PASSWORD,
    WEB_DIST_DIR: join(root, 'web/dist'),
    RAG_DOCUMENTS_DIR: env.RAG_DOCUMENTS_DIR ?? join(root, 'rag-documents'),
  }
  const bus = opened(createMemoryBus(log))
  const publicUrl = env.HUB_PUBLIC_URL ?? `http://${config.HUB_HOST}:${config.HUB_PORT}`
  const withUrl = { ...shared, HUB_PUBLIC_URL: publicUrl }
  const mcp = opened(await startMcpServer(withUrl, { bus, log: log.child({ room: 'mcp-server' }) }))
  const withMcp = { ...withUrl, MCP_SERVER_URL: mcp.url }
  const server = opened(await startServer(withMcp, { bus, log: log.child({ room: 'server' }) }))
  opened(await startWorkflows(withMcp, { bus, log: log.child({ room: 'workflows' }) }))
  return { url: server.url, mcpUrl: mcp.url }
}

function secretEnv(secrets: ReturnType<typeof openSecrets>): Env {
  const { JWT_SECRET, MCP_ASSERTION_SECRET, MCP_API_KEY, HUB_ENCRYPTION_KEY } = secrets
  return { JWT_SECRET, MCP_ASSERTION_SECRET, MCP_API_KEY, HUB_ENCRYPTION_KEY }
}

async function prepareDatabase(url: string, demoPassword: string): Promise<void> {
  await migrate({ url, dir: migrationsDir })
  await seedDemoUsers(url, demoPassword)
}
