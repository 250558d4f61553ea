import { randomBytes } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Estate, startEstate } from '@hub/estate'
import { type Clock, createLogger, createMemoryBus, type Env, type EventBus, systemClock } from '@hub/kernel'
import { startMcpServer } from '@hub/mcp-server'
import { createDb, type Db } from '@hub/prisma'
import { createTestDatabase } from '@hub/prisma/testing'
import { seedDemoUsers, startServer } from '@hub/server'
import { startWorkflows } from '@hub/workflows'

export const demoPassword = 'Test-password-2026'

/** The shipped policy at any hour: a test must not depend on the clock. */
const wholeWeek =
  'version: 1\nworkingHours: { timeZone: UTC, days: [1, 2, 3, 4, 5, 6, 7], from: "00:00", to: "00:00" }\n'

/** The whole Hub on free ports: a database of its own, the demo estate, every process. */
export interface TestHub {
  url: string
  mcpUrl: string
  mcpApiKey: string
  env: Env
  db: Db
  bus: EventBus
  estate: Estate
  /** JSON lines that the processes wrote. */
  logs: string[]
  close(): Promise<void>
}

export interface TestHubOptions {
  env?: Env
  clock?: Clock
  /** Which of the estate's model servers answers; the built-in engine unless told. */
  model?: 'ollama' | 'mistral'
  /** With the demo mail server; without it no mail is sent, and the mail tool says so. */
  withMail?: boolean
  /** Without the executor, approved requests stay approved. */
  withoutWorkflows?: boolean
}

/** Starts a Hub for one test file. */
export async function startTestHub(options: TestHubOptions = {}): Promise<TestHub> {
  const logs: string[] = []
  const log = createLogger({ name: 'test' }, { write: (line: string) => void logs.push(line) })
  const clock = options.clock ?? systemClock
  const [database, estate] = await Promise.all([createTestDatabase(), startEstate()])
  await seedDemoUsers(database.url, demoPassword)
  const bus = createMemoryBus(log)
  const env: Env = {
    ...testEnv(database.url, estate),
    ...modelEnv(estate, options),
    ...(options.withMail && mailEnv(estate)),
    ...options.env,
  }
  const shared = { bus, log, clock }
  const mcp = await startMcpServer(env, shared)
  const withMcp = { ...env, MCP_SERVER_URL: mcp.url }
  const server = await startServer(withMcp, shared)
  const workflows = options.withoutWorkflows
    ? undefined
    : await startWorkflows(withMcp, { ...shared, withoutEngine: true })
  const db = createDb({ url: database.url, poolSize: 2 })
  return {
    url: server.url,
    mcpUrl: mcp.url,
    mcpApiKey: String(env.MCP_API_KEY),
    env: withMcp,
    db,
    bus,
    estate,
    logs,
    async close() {
      await workflows?.close()
      await server.close()
      await mcp.close()
      await db.$disconnect()
      await bus.close()
      await estate.close()
      await database.close()
    },
  }
}

function modelEnv({ ollama, mistral }: Estate, { model }: TestHubOptions): Env {
  switch (model) {
    case 'ollama':
      return { LLM_PROVIDERS: 'ollama', OLLAMA_BASE_URL: ollama.url }
    case 'mistral':
      return { LLM_PROVIDERS: 'mistral', MISTRAL_API_KEY: mistral.apiKey, MISTRAL_URL: mistral.url }
    case undefined:
      return {}
  }
}

function testEnv(databaseUrl: string, estate: Estate): Env {
  const secret = () => randomBytes(32).toString('base64url')
  const folder = mkdtempSync(join(tmpdir(), 'hub-test-'))
  const caFile = join(folder, 'ca.pem')
  writeFileSync(caFile, `${estate.directory.caPem}${estate.mail.caPem}`)
  const policyFile = join(folder, 'policy.yaml')
  writeFileSync(policyFile, wholeWeek)
  return {
    DATABASE_URL: databaseUrl,
    HUB_MODE: 'embedded',
    HUB_PORT: '0',
    MCP_PORT: '0',
    RATE_LIMIT_PER_MINUTE: '10000',
    JWT_SECRET: secret(),
    MCP_ASSERTION_SECRET: secret(),
    MCP_API_KEY: secret(),
    MCP_API_KEY_ACCREDITATION: 'N2',
    HUB_ENCRYPTION_KEY: secret(),
    SAFEGUARD_POLICY_FILE: policyFile,
    GLPI_URL: estate.glpi.url,
    GLPI_APP_TOKEN: estate.glpi.appToken,
    GLPI_USER_TOKEN: estate.glpi.userToken,
    OBSERVIUM_URL: estate.observium.url,
    OBSERVIUM_USER: estate.observium.user,
    OBSERVIUM_PASSWORD: estate.observium.password,
    AD_URL: estate.directory.url,
    AD_BIND_DN: estate.directory.bindDn,
    AD_BIND_PASSWORD: estate.directory.bindPassword,
    AD_BASE_DN: estate.directory.baseDn,
    AD_CA_FILE: caFile,
    SMTP_CA_FILE: caFile,
  }
}

const mailEnv = ({ mail }: Estate): Env => ({
  SMTP_URL: mail.url,
  SMTP_USER: mail.user,
  SMTP_PASSWORD: mail.password,
  MAIL_FROM: 'Support WIDIP <support@widip.fr>',
})
