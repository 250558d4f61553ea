import { createHmac } from 'node:crypto'
import { request } from 'node:http'
import { createLogger, signAssertion } from '@hub/kernel'
import { startMcpServer } from '@hub/mcp-server'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openClient, post, textOf } from './harness/open-client.ts'
import { startTestMcp, type TestMcp } from './harness/start-test-mcp.ts'

let mcp: TestMcp
let bearer: Record<string, string>
beforeAll(async () => {
  mcp = await startTestMcp()
  bearer = { authorization: `Bearer ${mcp.apiKey}` }
})
afterAll(() => mcp?.close())

const ping = { jsonrpc: '2.0', id: 1, method: 'tools/list' }
const call = (id: number, name: string, args: unknown) => ({
  jsonrpc: '2.0',
  id,
  method: 'tools/call',
  params: { name, arguments: args },
})

describe('who may come in', () => {
  const user = { type: 'user', userId: 'u', login: 'u', displayName: 'U', accreditation: 'N4' } as const
  /** A token with any header and claims, signed with the real secret. */
  function forge(claims: Record<string, unknown>, { alg = 'HS256', hash = 'sha256' } = {}): string {
    const now = Math.floor(Date.now() / 1000)
    const full = { hub: { actor: user, locale: 'fr' }, aud: 'hub-mcp', iss: 'hub', iat: now, exp: now + 60 }
    const body = [
      { alg, typ: 'JWT' },
      { ...full, ...claims },
    ]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.')
    const signature = createHmac(hash, mcp.assertionSecret).update(body).digest('base64url')
    return `Bearer ${body}.${alg === 'none' ? '' : signature}`
  }

  it('takes an assertion of the Hub', async () => {
    expect((await post(mcp.url, ping, { authorization: forge({}) })).status).toBe(200)
  })

  it.each<[string, () => string]>([
    ['no key', () => ''],
    ['an empty key', () => 'Bearer '],
    ['a wrong key', () => `Bearer ${'x'.repeat(43)}`],
    ['a part of the key', () => `Bearer ${mcp.apiKey.slice(0, -1)}`],
    ['the key with another scheme', () => `Basic ${mcp.apiKey}`],
    [
      'an assertion signed with the key',
      () => `Bearer ${signAssertion(mcp.apiKey, { actor: user, locale: 'fr' })}`,
    ],
    ['an unsigned assertion', () => forge({}, { alg: 'none' })],
    ['an old assertion', () => forge({ exp: 1_700_000_000 })],
    ['one for another server', () => forge({ aud: 'hub' })],
    ['one of another issuer', () => forge({ iss: 'evil' })],
    ['another algorithm', () => forge({}, { alg: 'HS512', hash: 'sha512' })],
    ['one that names nobody', () => forge({ hub: {} })],
  ])('refuses %s', async (_what, authorization) => {
    const answer = await post(mcp.url, ping, { authorization: authorization() })
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toBe('Bearer')
    expect(answer.text).not.toContain(mcp.apiKey)
  })

  it('does not let the API key look at the systems, and lets nobody without it', async () => {
    const health = mcp.url.replace('/mcp', '/health/systems')
    expect((await fetch(health)).status).toBe(401)
    expect((await fetch(health, { headers: bearer })).ok).toBe(false)
  })

  it('takes no key at all when none is set', async () => {
    const log = createLogger({ name: 'test' }, { write: () => undefined })
    const closed = await startMcpServer({ ...mcp.env, MCP_API_KEY: undefined }, { log })
    for (const key of ['', 'undefined', mcp.apiKey])
      expect((await post(closed.url, ping, { authorization: `Bearer ${key}` })).status).toBe(401)
    await closed.close()
  })

  it.each(['evil.example', 'evil.example:3001', '127.0.0.1.evil.example'])(
    'refuses a page that calls it %s',
    async (host) => {
      const status = await new Promise((resolve, reject) => {
        const headers = { ...bearer, host, 'content-type': 'application/json' }
        const sent = request(mcp.url, { method: 'POST', headers }, (answer) => resolve(answer.statusCode))
        sent.once('error', reject).end('{}')
      })
      expect(status).toBe(403)
    },
  )
})

describe('what is no request', () => {
  it.each(['GET', 'DELETE', 'PUT', 'PATCH', 'HEAD'])('refuses %s', async (method) => {
    const answer = await fetch(mcp.url, { method, headers: bearer })
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe('POST')
  })

  it.each<[string, unknown]>([
    ['no JSON', '{"jsonrpc":'],
    ['nothing', ''],
    ['a number', '12'],
    ['a text', '"tools/list"'],
    ['null', 'null'],
    ['no method', { jsonrpc: '2.0', id: 1 }],
    ['another protocol', { id: 1, method: 'tools/list' }],
    ['deep nesting', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
  ])('refuses %s', async (_what, body) => {
    const answer = await post(mcp.url, body, bearer)
    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.text)).toMatchObject({ jsonrpc: '2.0', error: { code: expect.any(Number) } })
    expect(answer.text).not.toMatch(/\bat .*\.(ts|js)|node_modules/)
  })

  it('refuses a body over 1 MB', async () => {
    const big = call(1, 'glpi_add_followup', { ticketId: 1234, content: 'x'.repeat(1_100_000) })
    expect((await post(mcp.url, big, bearer)).status).toBe(413)
  })

  it('refuses another content type', async () => {
    const answer = await post(mcp.url, 'tools/list', { ...bearer, 'content-type': 'text/plain' })
    expect([400, 415]).toContain(answer.status)
  })

  it.each<[string, unknown]>([
    ['a name that is no text', { name: 12 }],
    ['arguments that are a list', { name: 'ad_check_user', arguments: ['jean.dupont'] }],
    ['arguments that are a text', { name: 'ad_check_user', arguments: '{"login":"jean.dupont"}' }],
    ['no name', {}],
  ])('answers %s with an error', async (_what, params) => {
    const answer = await post(mcp.url, { jsonrpc: '2.0', id: 7, method: 'tools/call', params }, bearer)
    expect(answer.messages).toEqual([expect.objectContaining({ id: 7, error: expect.anything() })])
  })

  it('does not know other methods', async () => {
    for (const method of ['safeguard/approve', 'tools/approve', 'resources/list', 'sampling/createMessage']) {
      const { messages } = await post(mcp.url, { jsonrpc: '2.0', id: 1, method, params: {} }, bearer)
      expect(messages).toEqual([
        expect.objectContaining({ error: expect.objectContaining({ code: -32601 }) }),
      ])
    }
  })
})

describe('clients of every age', () => {
  it.each(['2024-11-05', '2025-03-26', '2025-06-18', '2025-11-25'])('speaks %s', async (protocolVersion) => {
    const clientInfo = { name: 'outside-client', version: '0.1.0' }
    const params = { protocolVersion, capabilities: {}, clientInfo }
    const hello = await post(mcp.url, { jsonrpc: '2.0', id: 0, method: 'initialize', params }, bearer)
    expect(hello.messages).toMatchObject([{ result: { protocolVersion, serverInfo: { name: 'hub' } } }])
    const headers = { ...bearer, 'mcp-protocol-version': protocolVersion }
    const note = await post(mcp.url, { jsonrpc: '2.0', method: 'notifications/initialized' }, headers)
    expect(note.status).toBe(202)
    const answer = await post(mcp.url, call(3, 'ad_check_user', { login: 'jean.dupont' }), headers)
    expect(answer.messages).toMatchObject([{ id: 3, result: { structuredContent: { status: 'ok' } } }])
  })

  it('names the versions it speaks to one of the future', async () => {
    const answer = await post(mcp.url, ping, { ...bearer, 'mcp-protocol-version': '2099-01-01' })
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('2025-06-18')
  })

  it('answers each call of a batch', async () => {
    const batch = [
      call(1, 'ad_check_user', { login: 'jean.dupont' }),
      call(2, 'ad_reset_password', { login: 'jean.dupont' }),
      call(3, 'safeguard_approve', {}),
    ]
    const { messages } = await post(mcp.url, batch, bearer)
    const byId = new Map(messages.map((message) => [message.id, message.result]))
    expect(byId.get(1)).toMatchObject({ structuredContent: { status: 'ok' } })
    expect(byId.get(2)).toMatchObject({ structuredContent: { status: 'approval_required' } })
    expect(byId.get(3)).toMatchObject({ isError: true })
    expect(mcp.estate.directory.control.writes()).toEqual([])
  })
})

describe('texts that no database takes', () => {
  it.each(['a\u0000b', 'a\ud800b'])('refuses them as arguments, on record', async (query) => {
    const outside = await openClient(mcp.url, mcp.apiKey)
    const before = await mcp.db.toolExecution.count({ where: { status: 'denied' } })
    const result = await outside.call('glpi_search_client', { query })
    expect(result.isError).toBe(true)
    expect(textOf(result)).not.toMatch(/interne/)
    expect(await mcp.db.toolExecution.count({ where: { status: 'denied' } })).toBe(before + 1)
    await outside.client.close()
  })
})

describe('a caller that leaves', () => {
  it('ends a read at once', async () => {
    mcp.estate.glpi.failNext({ kind: 'delay', delayMs: 6_000, path: '/Ticket' })
    const outside = await openClient(mcp.url, mcp.apiKey)
    const controller = new AbortController()
    const asked = outside.call('glpi_get_ticket_details', { ticketId: 1234 }, { signal: controller.signal })
    const failed = expect(asked).rejects.toThrow(/gone/)
    await vi.waitFor(async () => {
      expect(await mcp.db.toolExecution.count({ where: { status: 'running' } })).toBe(1)
    })
    controller.abort(new Error('gone'))
    await failed
    await outside.client.close()
    await vi.waitFor(
      async () => {
        const row = await mcp.db.toolExecution.findFirstOrThrow({
          where: { toolName: 'glpi_get_ticket_details' },
          orderBy: { rank: 'desc' },
        })
        expect(row.status).toBe('error')
      },
      { timeout: 3_000 },
    )
    mcp.estate.glpi.clearFaults()
  })
})
