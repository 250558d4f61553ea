import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startEmbeddedDatabase } from '@hub/prisma/embedded'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freePort } from './harness/free-port.ts'
import { type HubProcess, startProcess } from './harness/spawn-process.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const demoPassword = 'Test-password-2026'
let folder: string
let env: Record<string, string>
let url: string
let hub: HubProcess | undefined
let backup: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-installed-'))
  backup = join(folder, 'backup.tar.gz')
  const [hubPort, mcpPort, estatePort] = await Promise.all([freePort(), freePort(), freePort()])
  env = {
    HUB_DATA_DIR: join(folder, 'data'),
    HUB_PORT: String(hubPort),
    MCP_PORT: String(mcpPort),
    ESTATE_PORT: String(estatePort),
    HUB_DEMO_PASSWORD: demoPassword,
    LOG_LEVEL: 'warn',
  }
  url = `http://127.0.0.1:${hubPort}`
  await start()
}, 60_000)
afterAll(async () => {
  await hub?.kill()
  await rm(folder, { recursive: true, force: true })
})

async function start(): Promise<void> {
  hub = await startProcess('embedded/src/main.ts', { env, url: `${url}/readyz` })
}

/** One of the commands that people type. */
async function npmRun(name: string, ...args: string[]): Promise<{ code: number | null; text: string }> {
  const { PATH, HOME } = process.env
  const child = spawn('npm', ['run', '-s', name, '--', ...args], { cwd: root, env: { PATH, HOME, ...env } })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
  const [code] = await once(child, 'close')
  return { code, text }
}

async function signIn(login: string) {
  const post = (path: string, token: string, body: unknown) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    })
  const answer = await post('/api/auth/login', '', { login, password: demoPassword })
  const { token } = (await answer.json()) as { token: string }
  return {
    ask: async (content: string) =>
      (await post('/api/chat/message', token, { mode: 'assistant', content })).text(),
    async pending(): Promise<Record<string, unknown>[]> {
      const list = await fetch(`${url}/api/safeguard/pending`, {
        headers: { authorization: `Bearer ${token}` },
      })
      const { items } = (await list.json()) as { items: Record<string, unknown>[] }
      // Outside working hours the next group is told at once: that is not what is compared here.
      return items.map(({ escalatedTo: _told, ...item }) => item)
    },
  }
}

it('keeps a pending request and its countdown over a kill', async () => {
  await (await signIn('mmartin')).ask('Réinitialise le mot de passe de jean.dupont, ticket 1234')
  const before = await (await signIn('jdupont')).pending()
  expect(before).toMatchObject([{ state: 'pending', toolName: 'ad_reset_password' }])
  await hub?.kill()
  await start()
  expect(await (await signIn('jdupont')).pending()).toEqual(before)
}, 60_000)

it('is backed up and verified while it runs, and not restored then', async () => {
  expect(await npmRun('backup', backup)).toMatchObject({ code: 0, text: expect.stringContaining(backup) })
  const verified = await npmRun('audit:verify')
  expect(verified).toMatchObject({
    code: 0,
    text: expect.stringMatching(/intact: \d+ rows, head [0-9a-f]{64}/),
  })
  const refused = await npmRun('restore', backup)
  expect(refused.code).toBe(1)
  expect(refused.text).toMatch(/running|in use|lock/i)
  expect((await fetch(`${url}/readyz`)).ok).toBe(true)
}, 60_000)

it('comes back from a backup as it was', async () => {
  const approver = await signIn('jdupont')
  const atBackup = await approver.pending()
  await (await signIn('mmartin')).ask('Réinitialise le mot de passe de marie.martin, ticket 1234')
  expect(await approver.pending()).toHaveLength(2)
  await hub?.kill()
  expect(await npmRun('backup', join(folder, 'stopped.tar.gz'))).toMatchObject({ code: 0 })
  const later = await npmRun('audit:verify')
  expect(later).toMatchObject({ code: 0 })
  expect(await npmRun('restore', backup)).toMatchObject({ code: 0 })
  expect((await npmRun('audit:verify')).text).not.toBe(later.text)
  await start()
  expect(await (await signIn('jdupont')).pending()).toEqual(atBackup)
}, 90_000)

it('names the first audit row that was changed, with exit code 1', async () => {
  await hub?.kill()
  const database = await startEmbeddedDatabase({ dataDir: join(String(env.HUB_DATA_DIR), 'database') })
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query('ALTER TABLE user_audit_log DISABLE TRIGGER USER')
  await client.query(`UPDATE user_audit_log SET details = '{"nothing": "happened"}' WHERE seq = 2`)
  await client.end()
  await database.close()
  const verdict = await npmRun('audit:verify')
  expect(verdict.code).toBe(1)
  expect(verdict.text).toMatch(/BROKEN at row 2: its content was changed/)
}, 60_000)

it.each([
  ['restore', [], /Usage/],
  ['restore', ['none.tar.gz'], /none\.tar\.gz|no such file/i],
])('says in one line what is wrong with "%s" %j', async (name, args, message) => {
  const { code, text } = await npmRun(name, ...args)
  expect(code).toBe(1)
  expect(text).toMatch(message)
  expect(text.trim().split('\n')).toHaveLength(1)
})
