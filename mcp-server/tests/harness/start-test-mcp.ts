import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Estate, startEstate } from '@hub/estate'
import { type Clock, createLogger, type Env } from '@hub/kernel'
import { type RunningMcpServer, startMcpServer } from '@hub/mcp-server'
import { createDb, type Db } from '@hub/prisma'
import { createTestDatabase } from '@hub/prisma/testing'

/** A real MCP server on a free port, with a database and a demo estate of its own. */
export interface TestMcp {
  url: string
  env: Env
  apiKey: string
  assertionSecret: string
  db: Db
  estate: Estate
  /** JSON lines that the server wrote. */
  logs: string[]
  /** One more server on the same database and systems. */
  another(clock?: Clock, env?: Env): Promise<RunningMcpServer>
  close(): Promise<void>
}

const secret = () => randomBytes(32).toString('base64url')

/** The shipped policy at any hour: a test must not depend on the clock. */
const wholeWeek =
  'version: 1\nworkingHours: { timeZone: UTC, days: [1, 2, 3, 4, 5, 6, 7], from: "00:00", to: "00:00" }\n'

export async function startTestMcp(options: { env?: Env; clock?: Clock } = {}): Promise<TestMcp> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-mcp-'))
  const [database, estate] = await Promise.all([createTestDatabase(), startEstate()])
  const caFile = join(folder, 'ca.pem')
  await writeFile(caFile, `${estate.directory.caPem}${estate.mail.caPem}`)
  const policyFile = join(folder, 'policy.yaml')
  await writeFile(policyFile, wholeWeek)
  const keys = { MCP_ASSERTION_SECRET: secret(), MCP_API_KEY: secret() }
  const env = {
    ...keys,
    ...systemsOf(estate, caFile),
    DATABASE_URL: database.url,
    MCP_PORT: '0',
    MCP_API_KEY_ACCREDITATION: 'N2',
    HUB_ENCRYPTION_KEY: secret(),
    SAFEGUARD_POLICY_FILE: policyFile,
    ...options.env,
  }
  const logs: string[] = []
  const log = createLogger({ name: 'test' }, { write: (line: string) => void logs.push(line) })
  const another = (clock = options.clock, more: Env = {}) =>
    startMcpServer({ ...env, ...more }, { log, ...(clock && { clock }) })
  const mcp = await another()
  const db = createDb({ url: database.url, poolSize: 2 })
  return {
    url: mcp.url,
    env,
    apiKey: keys.MCP_API_KEY,
    assertionSecret: keys.MCP_ASSERTION_SECRET,
    db,
    estate,
    logs,
    another,
    async close() {
      await mcp.close()
      await db.$disconnect()
      await estate.close()
      await database.close()
      await rm(folder, { recursive: true })
    },
  }
}

function systemsOf({ glpi, observium, directory, mail }: Estate, caFile: string): Env {
  return {
    GLPI_URL: glpi.url,
    GLPI_APP_TOKEN: glpi.appToken,
    GLPI_USER_TOKEN: glpi.userToken,
    OBSERVIUM_URL: observium.url,
    OBSERVIUM_USER: observium.user,
    OBSERVIUM_PASSWORD: observium.password,
    AD_URL: directory.url,
    AD_BIND_DN: directory.bindDn,
    AD_BIND_PASSWORD: directory.bindPassword,
    AD_BASE_DN: directory.baseDn,
    AD_CA_FILE: caFile,
    SMTP_URL: mail.url,
    SMTP_USER: mail.user,
    SMTP_PASSWORD: mail.password,
    SMTP_CA_FILE: caFile,
    MAIL_FROM: 'Support WIDIP <support@widip.fr>',
  }
}
