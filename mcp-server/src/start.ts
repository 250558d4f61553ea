import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  type Clock,
  createLogger,
  createMemoryBus,
  createRedisBus,
  type Env,
  type EventBus,
  type Logger,
  loadConfig,
  systemClock,
} from '@hub/kernel'
import { createEmbeddings } from '@hub/knowledge'
import { createDb, type Db, migrate, migrationsDir } from '@hub/prisma'
import { loadPolicy } from '@hub/safeguard'
import type { Credentials } from './auth/authenticate.ts'
import { findKeyOwner } from './auth/key-owner.store.ts'
import { McpEnv } from './config.ts'
import { createAskLimit } from './gate/ask-limit.ts'
import type { GateContext } from './gate/context.ts'
import { openPolicyHolder } from './gate/policy-holder.ts'
import { startRecovery } from './gate/start-recovery.ts'
import { createMcpApp } from './http/create-app.ts'
import { openSystems, type Systems } from './systems/open-systems.ts'
import { createRegistry } from './tools/registry.ts'

/** Parts that tests and the embedded mode bring themselves. */
export interface McpOverrides {
  bus?: EventBus
  clock?: Clock
  log?: Logger
}

export interface RunningMcpServer {
  /** Address of the MCP endpoint. */
  url: string
  close(): Promise<void>
}

/**
 * Starts the MCP server: the tools, the gate in front of them, and the recovery of interrupted executions.
 * @throws ConfigError with one line naming a missing or weak value
 */
export async function startMcpServer(env: Env, overrides: McpOverrides = {}): Promise<RunningMcpServer> {
  const config = loadConfig(McpEnv, env)
  const log = overrides.log ?? createLogger({ name: 'mcp-server', level: config.LOG_LEVEL })
  await migrate({ url: config.DATABASE_URL, dir: migrationsDir })
  const { gate, systems } = await createGate(config, { ...overrides, log })
  const stopRecovery = startRecovery(gate)
  const app = createMcpApp({
    gate,
    credentials: {
      assertionSecret: config.MCP_ASSERTION_SECRET,
      apiKey: apiKeyOf(config, gate.db),
    },
    allowedHosts: [...config.MCP_ALLOWED_HOSTS, config.HUB_HOST, 'localhost', '127.0.0.1'],
    pings: systems.pings,
  })
  const http = createServer(app)
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject).listen(config.MCP_PORT, config.HUB_HOST, resolve)
  })
  const { port } = http.address() as AddressInfo
  return {
    url: `http://${config.HUB_HOST}:${port}/mcp`,
    async close() {
      await stopRecovery()
      await gate.policy.close()
      await new Promise<void>((resolve) => http.close(() => resolve()))
      await systems.close()
      if (!overrides.bus) await gate.bus.close()
      await gate.db.$disconnect()
    },
  }
}

function apiKeyOf(config: McpEnv, db: Db): Credentials['apiKey'] {
  const { MCP_API_KEY: key, MCP_API_KEY_ACCREDITATION: accreditation, MCP_API_KEY_OWNER: login } = config
  if (key === undefined) return undefined
  return { key, accreditation, ...(login && { owner: () => findKeyOwner(db, login) }) }
}

async function createGate(
  config: McpEnv,
  parts: McpOverrides & { log: Logger },
): Promise<{ gate: GateContext; systems: Systems }> {
  const { log } = parts
  const file = config.SAFEGUARD_POLICY_FILE
  const first = await loadPolicy(file)
  const db = createDb({ url: config.DATABASE_URL })
  const publicUrl = config.HUB_PUBLIC_URL.replace(/\/$/, '')
  const systems = openSystems(config, {
    knowledge: { db, embeddings: createEmbeddings(config) },
    desk: { db, publicUrl },
    log,
  })
  const bus = parts.bus ?? (config.REDIS_URL ? createRedisBus(config.REDIS_URL, log) : createMemoryBus(log))
  const shared = { db, log, bus, clock: parts.clock ?? systemClock }
  const gate: GateContext = {
    ...shared,
    registry: createRegistry(systems.tools),
    policy: await openPolicyHolder(shared, { first, file }),
    encryptionKey: config.HUB_ENCRYPTION_KEY,
    readTicket: systems.readTicket,
    askLimit: createAskLimit(db),
    effectTimeoutMs: config.TOOL_EFFECT_TIMEOUT_MS,
    publicUrl,
  }
  return { gate, systems }
}
