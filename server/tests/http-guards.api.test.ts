import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { request, signIn } from './harness/api-client.ts'
import { startReplica } from './harness/start-replica.ts'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

const partner = 'https://portal.example'
let hub: TestHub
let token: string
beforeAll(async () => {
  hub = await startTestHub({ withoutWorkflows: true, env: { CORS_ORIGINS: partner } })
  token = (await signIn(hub, 'jdupont')).token
})
afterAll(() => hub?.close())

const create = (headers: Record<string, string>) =>
  request(hub, '/api/chat/conversations', { method: 'POST', body: {}, headers })
const own = () => ({ cookie: `hub_session=${token}`, origin: hub.url })
const foreign = { status: 403, body: { error: { code: 'FORBIDDEN', reason: 'auth.origin' } } }

describe('a write', () => {
  it('passes from the own page and from the whitelist, with the cookie', async () => {
    expect((await create(own())).status).toBe(201)
    expect((await create({ ...own(), origin: partner })).status).toBe(201)
  })

  it('passes from a program with a token', async () => {
    expect((await create({ authorization: `Bearer ${token}` })).status).toBe(201)
  })

  it.each([
    ['another site', 'https://evil.example'],
    ['a name that looks like ours', 'http://127.0.0.1.evil.example'],
    ['a sandboxed page', 'null'],
    ['another port of this machine', 'http://127.0.0.1:9'],
    ['something that is no address', 'localhost'],
  ])('is refused from %s', async (_name, origin) => {
    expect(await create({ ...own(), origin })).toMatchObject(foreign)
    expect(await create({ authorization: `Bearer ${token}`, origin })).toMatchObject(foreign)
  })

  it('is refused with a cookie and no origin', async () => {
    expect(await create({ cookie: `hub_session=${token}` })).toMatchObject(foreign)
  })

  it('is refused as a form, even a login', async () => {
    const headers = { 'content-type': 'text/plain', origin: 'https://evil.example' }
    const login = await request(hub, '/api/auth/login', { method: 'POST', body: '{}', headers })
    expect(login).toMatchObject(foreign)
  })
})

describe('another site', () => {
  it('may read answers when it is on the list', async () => {
    const seen = await request(hub, '/api/auth/me', { token, headers: { origin: partner } })
    expect(seen.headers.get('access-control-allow-origin')).toBe(partner)
    expect(seen.headers.get('access-control-allow-credentials')).toBe('true')
    expect(seen.headers.get('vary')).toMatch(/Origin/i)
  })

  it.each(['https://evil.example', 'null', 'http://portal.example'])('gets nothing as %s', async (origin) => {
    const read = await request(hub, '/api/auth/me', { token, headers: { origin } })
    const preflight = await request(hub, '/api/auth/me', {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    })
    for (const { headers } of [read, preflight]) expect(headers.get('access-control-allow-origin')).toBeNull()
  })
})

/** A request with a Host of its own, which fetch would not send. */
function askAs(host: string, path: string): Promise<{ status: number; headers: IncomingHttpHeaders }> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest(`${hub.url}${path}`, { headers: { host } }, (answer) => {
      answer.resume()
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers })
    })
    asked.on('error', reject).end()
  })
}

describe('a page whose name was pointed at this machine', () => {
  it.each(['evil.example', 'evil.example:3002', '127.0.0.1.evil.example', 'localhost.evil.example:80'])(
    'gets nothing as %s',
    async (host) => {
      expect((await askAs(host, '/api/openapi.json')).status).toBe(403)
      expect((await askAs(host, '/')).status).toBe(403)
    },
  )

  it.each(['localhost:3002', '127.0.0.1', '[::1]:3002'])('is not %s', async (host) => {
    expect((await askAs(host, '/api/openapi.json')).status).toBe(200)
  })
})

describe('every answer', () => {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join(';')

  it.each(['/api/auth/me', '/api/openapi.json', '/api/docs', '/api/nothing', '/nothing'])(
    '%s carries the security headers',
    async (path) => {
      const { headers } = await request(hub, path)
      expect(Object.fromEntries(headers)).toMatchObject({
        'content-security-policy': policy,
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'SAMEORIGIN',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      })
      expect(headers.get('x-powered-by')).toBeNull()
      expect(headers.get('strict-transport-security')).toBeNull()
      expect(headers.get('x-request-id')).toMatch(/^[\w-]{8,64}$/)
    },
  )

  it('asks for HTTPS, with a secure cookie, when the public address has it', async () => {
    const replica = await startReplica(hub, {
      HUB_PUBLIC_URL: 'https://hub.example',
      HUB_DEMO_PASSWORD: 'x',
    })
    const answer = await fetch(`${replica.url}/api/auth/logout`, {
      method: 'POST',
      headers: { authorization: `Bearer ${(await signIn(hub, 'pmoreau')).token}` },
    })
    await replica.close()
    expect(answer.headers.get('strict-transport-security')).toMatch(/max-age=31536000/)
    expect(answer.headers.get('set-cookie')).toMatch(/; Secure/)
  })

  it('keeps a request id that is one, and no other', async () => {
    const sent = async (id: string) =>
      (await request(hub, '/api/nothing', { headers: { 'x-request-id': id } })).headers.get('x-request-id')
    expect(await sent('trace-0123456789')).toBe('trace-0123456789')
    expect(await sent('<script>alert(1)</script>')).toMatch(/^[0-9a-f-]{36}$/)
  })
})
