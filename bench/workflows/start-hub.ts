import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Estate, startEstate } from '@hub/estate'
import { freePort } from '../../scripts/full/ports.ts'
import { until } from './figures.ts'

/** The processes of the Hub around a demo estate, as in production but for the one machine. */
export interface BenchHub {
  url: string
  secret: string
  estate: Estate
  close(): Promise<void>
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const any = () => randomBytes(32).toString('base64url')
const wholeWeek =
  'version: 1\nworkingHours: { timeZone: UTC, days: [1, 2, 3, 4, 5, 6, 7], from: "00:00", to: "00:00" }\n'

export async function startHub(databaseUrl: string, workers: number): Promise<BenchHub> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-bench-'))
  const estate = await startEstate()
  const [port, mcpPort, secret] = [await freePort(), await freePort(), any()]
  const url = `http://127.0.0.1:${port}`
  const [caFile, policyFile] = [join(folder, 'ca.pem'), join(folder, 'policy.yaml')]
  await writeFile(caFile, estate.directory.caPem)
  await writeFile(policyFile, wholeWeek)
  const { glpi, observium, directory } = estate
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: 'warn',
    HUB_MODE: 'embedded',
    HUB_PORT: String(port),
    HUB_PUBLIC_URL: url,
    MCP_PORT: String(mcpPort),
    MCP_SERVER_URL: `http://127.0.0.1:${mcpPort}/mcp`,
    MCP_ASSERTION_SECRET: any(),
    JWT_SECRET: any(),
    HUB_ENCRYPTION_KEY: any(),
    OBSERVIUM_WEBHOOK_SECRET: secret,
    GLPI_WEBHOOK_SECRET: secret,
    SAFEGUARD_POLICY_FILE: policyFile,
    SUPPORT_ESCALATION_GROUP: 'Support',
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
  }
  const programs = [
    'mcp-server/src/main.ts',
    'server/src/main.ts',
    ...Array.from({ length: workers }, () => 'workflows/src/main.ts'),
  ]
  const children = programs.map((program) =>
    spawn(process.execPath, ['--no-deprecation', `${root}/${program}`], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
  )
  await Promise.all([url, `http://127.0.0.1:${mcpPort}`].map(untilAnswers))
  return {
    url,
    secret,
    estate,
    async close() {
      await Promise.all(children.map(kill))
      await estate.close()
      await rm(folder, { recursive: true })
    },
  }
}

async function untilAnswers(url: string): Promise<void> {
  await until(async () => {
    const [answer] = await Promise.allSettled([fetch(`${url}/healthz`)])
    return answer.status === 'fulfilled' && answer.value.ok
  })
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}
