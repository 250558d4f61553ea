import { execFile } from 'node:child_process'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, request, signIn } from './harness/api-client.ts'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

let hub: TestHub
let chief: ApiClient
beforeAll(async () => {
  hub = await startTestHub({ withoutWorkflows: true })
  chief = await signIn(hub, 'abenali')
})
afterAll(() => hub?.close())

const run = promisify(execFile)
/** What `npm run audit:verify -- <file> [<head>]` says; its exit code counts. */
const verify = (...args: string[]) =>
  run(process.execPath, [join(import.meta.dirname, '../../embedded/src/audit-verify.ts'), ...args])

async function exported(): Promise<string> {
  const answer = await fetch(`${hub.url}/api/audit/export`, {
    headers: { authorization: `Bearer ${chief.token}` },
  })
  expect(answer.headers.get('content-type')).toContain('application/x-ndjson')
  expect(answer.headers.get('content-disposition')).toMatch(/hub-audit-\d{4}-\d\d-\d\d\.ndjson/)
  return answer.text()
}

async function fileOf(lines: string[]): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'hub-export-')), 'audit.ndjson')
  await writeFile(file, `${lines.join('\n')}\n`)
  return file
}

describe('the audit log', () => {
  it('is for N3 and above', async () => {
    const technician = await signIn(hub, 'jdupont')
    for (const path of ['/api/audit', '/api/audit/export', '/api/supervision/safeguard'])
      expect((await technician.get(path)).status).toBe(403)
    expect((await request(hub, '/api/audit')).status).toBe(401)
  })

  it('lists rows newest first, page after page, with logins and refusals', async () => {
    await request(hub, '/api/auth/login', { method: 'POST', body: { login: 'khora', password: 'wrong' } })
    const first = await chief.get('/api/audit?limit=2')
    const items = first.body.items as { seq: string; action: string }[]
    expect(items[0]?.action).toBe('session.refused')
    expect(Number(items[0]?.seq)).toBe(Number(items[1]?.seq) + 1)
    const next = await chief.get(`/api/audit?limit=2&cursor=${first.body.nextCursor}&action=session.`)
    expect(next.body.items).toEqual(
      expect.arrayContaining([expect.objectContaining({ action: 'session.login' })]),
    )
  })
})

describe('an export', () => {
  it('is verified without a database, and names the row that was touched', async () => {
    const lines = (await exported()).trim().split('\n')
    const { head, rows } = JSON.parse(String(lines[0])) as { head: string; rows: number }
    expect(lines.length).toBe(rows + 1)
    const file = await fileOf(lines)
    expect((await verify(file)).stdout).toContain(`intact: ${rows} rows, head ${head}`)
    expect((await verify(file, head)).stdout).toContain('intact')

    const text = await readFile(file, 'utf8')
    expect(text).not.toContain(hub.env.JWT_SECRET)
    const row = lines[1]?.replace(/"action":"[^"]+"/, '"action":"nothing.happened"') ?? ''
    const touched = await fileOf([String(lines[0]), row, ...lines.slice(2)])
    await expect(verify(touched)).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('row 1') })
    await expect(verify(await fileOf(lines.slice(0, -1)))).rejects.toThrow(/missing at the end/)
    await expect(verify(file, 'f'.repeat(64))).rejects.toThrow(/BROKEN/)
  })

  it('is itself on record', async () => {
    await exported()
    const page = await chief.get('/api/audit?action=audit.export&limit=1')
    expect(page.body.items).toMatchObject([
      { action: 'audit.export', actorKey: expect.stringContaining('user:') },
    ])
  })
})
