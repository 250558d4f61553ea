import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  type Clock,
  ConfigError,
  createLogger,
  createMemoryBus,
  createRedisBus,
  type Env,
  type EventBus,
  type Logger,
  loadConfig,
  mcpTools,
  type OpenTools,
  systemClock,
} from '@hub/kernel'
import {
  createEmbeddings,
  createKnowledgeSearch,
  type DocumentsWatch,
  startEmbedding,
  watchDocuments,
} from '@hub/knowledge'
import { createDb, migrate, migrationsDir } from '@hub/prisma'
import { Redis } from 'ioredis'
import { createApp } from './app.ts'
import { ServerEnv } from './config.ts'
import type { ServerContext } from './context.ts'
import { createSureBus } from './events/create-sure-bus.ts'
import { createLimiter } from './http/rate-limit.ts'
import { routeUpgrade } from './http/route-upgrade.ts'
import { isLoopback, type OriginRules } from './http/security.ts'
import { createPasswordHasher, createProofLimits } from './modules/auth/index.ts'
import { type ChatEngine, createEngine, startChat, startPurge } from './modules/chat/index.ts'
import { startHealth } from './modules/health/index.ts'
import { createManualIngestion } from './modules/knowledge/index.ts'
import { createLiveSockets } from './modules/live/index.ts'
import { refuseDemoUsers } from './modules/users/index.ts'
import { openRunSteps } from './modules/workflows/index.ts'

/** Parts that tests and the embedded mode bring themselves. */
export interface ServerOverrides {
  bus?: EventBus
  clock?: Clock
  log?: Logger
  engine?: ChatEngine
  openTools?: OpenTools
}

export interface RunningServer {
  url: string
  close(): Promise<void>
}

/**
 * Starts the API server: migrates, listens, and watches.
 * @throws ConfigError with one line naming a missing or weak value
 */
export async function startServer(env: Env, overrides: ServerOverrides = {}): Promise<RunningServer> {
  const config = loadConfig(ServerEnv, env)
  assertMode(config)
  const log = overrides.log ?? createLogger({ name: 'server', level: config.LOG_LEVEL })
  await migrate({ url: config.DATABASE_URL, dir: migrationsDir })
  const { ctx, redis, bus } = await createContext(config, { ...overrides, log })
  if (config.HUB_MODE === 'full') await refuseDemoUsers(ctx.db)
  const documents = await readDocuments(ctx)
  const rules: OriginRules = {
    publicUrl: config.HUB_PUBLIC_URL,
    corsOrigins: config.CORS_ORIGINS,
    isLoopback: isLoopback(config.HUB_HOST),
  }
  const ingestion = createManualIngestion(ctx)
  const runSteps = openRunSteps(config.DATABASE_URL, log)
  const parts = { chat: startChat(ctx), health: startHealth(ctx), ingestion, runSteps, rules }
  const embedding = startEmbedding(ctx)
  const stopPurge = startPurge(ctx)
  const http = createServer(createApp(ctx, parts))
  const sockets = createLiveSockets(ctx, rules)
  http.on('upgrade', routeUpgrade(sockets.upgrades, log))
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject).listen(config.HUB_PORT, config.HUB_HOST, resolve)
  })
  const { port } = http.address() as AddressInfo
  return {
    url: `http://${config.HUB_HOST}:${port}`,
    async close() {
      await parts.health.close()
      await ingestion.close()
      await documents?.close()
      sockets.close()
      await parts.chat.close()
      await embedding.close()
      await stopPurge()
      http.closeAllConnections()
      await new Promise<void>((resolve) => http.close(() => resolve()))
      await runSteps.close()
      await ctx.hasher.close()
      redis?.disconnect()
      await ctx.bus.close()
      if (!overrides.bus) await bus.close()
      await ctx.db.$disconnect()
    },
  }
}

/** How long the start waits for the first reading of the documents, which then goes on beside the requests. */
const firstReadingMs = 15_000

async function readDocuments(ctx: ServerContext): Promise<DocumentsWatch | undefined> {
  const { RAG_DOCUMENTS_DIR: dir, HUB_MODE } = ctx.env
  if (!dir) return undefined
  const documents = await watchDocuments({ ...ctx, alone: HUB_MODE === 'embedded' }, dir)
  await documents.settled(firstReadingMs)
  return documents
}

/** Demo accounts have a known password: the mode that has them listens on this machine only. */
function assertMode({ HUB_MODE, HUB_HOST }: ServerEnv): void {
  if (HUB_MODE === 'embedded' && !isLoopback(HUB_HOST))
    throw new ConfigError(
      `configuration: HUB_HOST=${HUB_HOST}: with HUB_MODE=embedded the server listens on this machine only (127.0.0.1)`,
    )
}

async function createContext(
  config: ServerEnv,
  parts: ServerOverrides & { log: Logger },
): Promise<{ ctx: ServerContext; redis: Redis | undefined; bus: EventBus }> {
  const { log } = parts
  const redis = config.REDIS_URL
    ? new Redis(config.REDIS_URL, { maxRetriesPerRequest: 1, commandTimeout: 1_000 })
    : undefined
  redis?.on('error', (err) => log.warn({ err }, 'redis'))
  const db = createDb({ url: config.DATABASE_URL })
  const clock = parts.clock ?? systemClock
  const bus = parts.bus ?? (config.REDIS_URL ? createRedisBus(config.REDIS_URL, log) : createMemoryBus(log))
  const embeddings = createEmbeddings(config)
  const hasher = createPasswordHasher()
  const limiter = createLimiter(log, redis)
  const ctx: ServerContext = {
    env: config,
    db,
    log,
    bus: await createSureBus(bus, { db, log, clock }),
    clock,
    hasher,
    decoyHash: await hasher.hash('no account has this password'),
    limiter,
    proofLimits: createProofLimits(limiter),
    engine: parts.engine ?? createEngine(config),
    openTools:
      parts.openTools ??
      mcpTools({ url: config.MCP_SERVER_URL, assertionSecret: config.MCP_ASSERTION_SECRET }),
    embeddings,
    knowledge: createKnowledgeSearch({ db, embeddings }),
  }
  return { ctx, redis, bus }
}
