import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HealthReport } from '@hub/contracts'
import { createLogger, type Env } from '@hub/kernel'
import { startMcpServer } from '@hub/mcp-server'
import { startServer } from '@hub/server'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type ApiClient, signIn } from './harness/api-client.ts'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

const log = createLogger({ name: 'test', level: 'silent' })
let hub: TestHub
let reader: ApiClient
let folder: string
let withMail: Env
beforeAll(async () => {
  hub = await startTestHub({ withoutWorkflows: true })
  reader = await signIn(hub, 'mmartin')
  folder = mkdtempSync(join(tmpdir(), 'hub-health-'))
  const { url, user, password, caPem } = hub.estate.mail
  const caFile = join(folder, 'ca.pem')
  writeFileSync(caFile, caPem)
  withMail = {
    SMTP_URL: url,
    SMTP_USER: user,
    SMTP_PASSWORD: password,
    SMTP_CA_FILE: caFile,
    MAIL_FROM: 'support@widip.fr',
  }
})
afterAll(async () => {
  await hub?.close()
  rmSync(folder, { recursive: true })
})

/** What a server reports, once every dependency was looked at. */
async function reportOf(url: string): Promise<HealthReport['items']> {
  return vi.waitUntil(
    async () => {
      const headers = { authorization: `Bearer ${reader.token}` }
      const answer = await fetch(`${url}/api/workflows/health`, { headers })
      const { items } = HealthReport.parse(await answer.json())
      return items.length === 8 && items
    },
    { timeout: 15_000, interval: 100 },
  )
}
const mailOf = (items: HealthReport['items']) => items.find(({ name }) => name === 'mail')

it('reports everything that the Hub depends on; mail that is not set up is neither up nor down', async () => {
  const items = await reportOf(hub.url)
  const names = ['ad', 'bus', 'database', 'glpi', 'mail', 'mcp', 'model', 'observium']
  expect(items.map(({ name }) => name).toSorted()).toEqual(names)
  expect(mailOf(items)).toMatchObject({ state: 'unconfigured', latencyMs: null, detail: null })
})

it.each([
  ['answers', {}, { state: 'up', detail: null }],
  [
    'is away',
    { SMTP_URL: 'smtps://127.0.0.1:1' },
    { state: 'down', detail: expect.stringContaining('mail server') },
  ],
])('tells that the mail server %s', async (_what, change, expected) => {
  const mcp = await startMcpServer({ ...hub.env, ...withMail, ...change }, { log })
  const server = await startServer({ ...hub.env, MCP_SERVER_URL: mcp.url }, { log })
  const mail = mailOf(await reportOf(server.url))
  await server.close()
  await mcp.close()
  expect(mail).toMatchObject({ ...expected, latencyMs: expect.any(Number) })
})
