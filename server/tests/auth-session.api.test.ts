import jwt from 'jsonwebtoken'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, request, signIn } from './harness/api-client.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { startReplica } from './harness/start-replica.ts'
import { demoPassword, startTestHub, type TestHub } from './harness/start-test-hub.ts'

const clock = createMovableClock()
let hub: TestHub
beforeAll(async () => {
  hub = await startTestHub({ clock, withoutWorkflows: true, env: { TRUST_PROXY: '1' } })
})
afterAll(() => hub?.close())

let visitors = 0
/** Each attempt comes from another address, so that the limit of an address stays out of the way. */
const logIn = (body: unknown) => {
  visitors += 1
  const headers = { 'x-forwarded-for': `10.1.${visitors >> 8}.${visitors & 255}` }
  return request(hub, '/api/auth/login', { method: 'POST', body, headers })
}
const me = (token: string) => request(hub, '/api/auth/me', { token })
const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

describe('login', () => {
  it('answers the user, a token and a cookie that scripts cannot read', async () => {
    const { status, body, headers } = await logIn({ login: ' JDupont ', password: demoPassword })
    expect(status).toBe(200)
    expect(body).toMatchObject({ user: { login: 'jdupont', accreditation: 'N2' } })
    expect(JSON.stringify(body)).not.toMatch(/passwordHash|\$2[aby]\$/)
    expect(headers.get('cache-control')).toBe('no-store')
    const cookie = headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^hub_session=[^;]+; Path=\/api; Expires=[^;]+; HttpOnly; SameSite=Strict$/)
    expect(cookie).toContain(String(body.token))
    const seen = await me(String(body.token))
    expect(seen).toMatchObject({ status: 200, body: { user: { login: 'jdupont' }, mode: 'embedded' } })
  })

  it('says and takes the same for an unknown login, a wrong password and a deactivated user', async () => {
    await hub.db.user.update({ where: { login: 'slegrand' }, data: { isActive: false } })
    const attempts = {
      wrong: { login: 'khora', password: 'Wrong-password-1' },
      unknown: { login: 'nobody.at.all', password: 'Wrong-password-1' },
      deactivated: { login: 'slegrand', password: demoPassword },
    }
    const times: Record<string, number[]> = { wrong: [], unknown: [], deactivated: [] }
    const bodies = new Set<string>()
    for (let round = 0; round < 4; round += 1)
      for (const [name, attempt] of Object.entries(attempts)) {
        const startedAt = performance.now()
        const { status, body } = await logIn(attempt)
        times[name]?.push(performance.now() - startedAt)
        expect(status).toBe(401)
        const { requestId, ...error } = body.error as { requestId: string }
        expect(requestId).toMatch(/^[\w-]{8,64}$/)
        bodies.add(JSON.stringify(error))
      }
    expect([...bodies]).toEqual([
      JSON.stringify({
        code: 'UNAUTHORIZED',
        message: 'Wrong login or password.',
        reason: 'auth.credentials',
      }),
    ])
    const medians = Object.values(times).map(median)
    expect(Math.max(...medians)).toBeLessThan(2.5 * Math.min(...medians))
    expect(Math.min(...medians)).toBeGreaterThan(50)
  })

  it('ends the sessions of a user who is deactivated', async () => {
    const { token } = await signIn(hub, 'lecture')
    await hub.db.user.update({ where: { login: 'lecture' }, data: { isActive: false } })
    expect((await me(token)).status).toBe(401)
    await hub.db.user.update({ where: { login: 'lecture' }, data: { isActive: true } })
  })

  it('reads the accreditation anew on each request', async () => {
    const { token } = await signIn(hub, 'mmartin')
    const pending = () => request(hub, '/api/safeguard/pending', { token })
    expect((await pending()).status).toBe(200)
    await hub.db.user.update({ where: { login: 'mmartin' }, data: { accreditation: 'N0' } })
    const refused = await pending()
    await hub.db.user.update({ where: { login: 'mmartin' }, data: { accreditation: 'N1' } })
    expect(refused).toMatchObject({ status: 403, body: { error: { reason: 'auth.accreditation' } } })
  })

  it.each([
    ['nothing', undefined],
    ['an empty login', { login: ' ', password: 'x' }],
    ['an unknown field', { login: 'jdupont', password: 'x', role: 'N4' }],
    ['a password that bcrypt would cut', { login: 'jdupont', password: 'é'.repeat(37) }],
    ['a login with a null character', { login: 'jdup\u0000ont', password: 'x' }],
    ['a query object', { login: { contains: 'j' }, password: 'x' }],
  ])('refuses %s', async (_name, body) => {
    expect(await logIn(body)).toMatchObject({ status: 400, body: { error: { code: 'VALIDATION' } } })
  })

  it('goes on after an account whose stored hash is damaged', async () => {
    await hub.db.user.create({
      data: {
        login: 'damaged',
        displayName: 'D',
        accreditation: 'N0',
        passwordHash: `$9z$12$${'x'.repeat(53)}`,
      },
    })
    const damaged = await logIn({ login: 'damaged', password: demoPassword })
    expect([401, 500]).toContain(damaged.status)
    expect((await logIn({ login: 'pmoreau', password: demoPassword })).status).toBe(200)
  })

  it('does not hold up other requests', async () => {
    const logins = Promise.all(
      Array.from({ length: 4 }, () => logIn({ login: 'pmoreau', password: demoPassword })),
    )
    const times: number[] = []
    for (let n = 0; n < 20; n += 1) {
      const startedAt = performance.now()
      expect((await request(hub, '/healthz')).status).toBe(200)
      times.push(performance.now() - startedAt)
    }
    expect(median(times)).toBeLessThan(100)
    for (const { status } of await logins) expect(status).toBe(200)
  })
})

describe('the end of a session', () => {
  it('comes with logout, at once on every server', async () => {
    const replica = await startReplica(hub)
    const { token, send } = await signIn(hub, 'jdupont')
    const there = () => fetch(`${replica.url}/api/auth/me`, { headers: { authorization: `Bearer ${token}` } })
    expect((await there()).status).toBe(200)
    const out = await send('POST', '/api/auth/logout')
    expect(out.status).toBe(204)
    expect(out.headers.get('set-cookie')).toMatch(/^hub_session=; Path=\/api; Expires=Thu, 01 Jan 1970/)
    expect((await there()).status).toBe(401)
    expect((await send('POST', '/api/auth/logout')).status).toBe(401)
    await replica.close()
  })

  it('leaves the other sessions of the user alone', async () => {
    const [one, other] = [await signIn(hub, 'jdupont'), await signIn(hub, 'jdupont')]
    await one.send('POST', '/api/auth/logout')
    expect((await me(other.token)).status).toBe(200)
  })

  it('comes with time', async () => {
    const { token, get } = await signIn(hub, 'jdupont')
    const { body } = await get('/api/auth/me')
    clock.forward(8 * 3_600_000 - 60_000)
    expect((await me(token)).status).toBe(200)
    clock.forward(60_000)
    expect(clock.now() >= new Date(String(body.expiresAt))).toBe(true)
    expect(await me(token)).toMatchObject({ status: 401, body: { error: { reason: 'auth.session' } } })
  })
})

describe('a token that is not ours', () => {
  let session: ApiClient
  beforeAll(async () => {
    session = await signIn(hub, 'abenali')
  })

  it.each<[string, (claims: jwt.JwtPayload, secret: string) => string]>([
    ['of another secret', (claims, secret) => jwt.sign(claims, `${secret}x`)],
    ['without a signature', (claims) => jwt.sign(claims, '', { algorithm: 'none' })],
    ['of another audience', (claims, secret) => jwt.sign({ ...claims, aud: 'hub-mcp' }, secret)],
    ['of another algorithm', (claims, secret) => jwt.sign(claims, secret, { algorithm: 'HS512' })],
    ['past its end', (claims, secret) => jwt.sign({ ...claims, exp: 1_700_000_000 }, secret)],
    ['of another user', (claims, secret) => jwt.sign({ ...claims, sub: claims.jti }, secret)],
    ['of no session', (claims, secret) => jwt.sign({ ...claims, jti: claims.sub }, secret)],
    ['that is not one', () => 'not-a-token'],
  ])('%s opens nothing', async (_name, forge) => {
    const { iat: _iat, ...claims } = jwt.decode(session.token) as jwt.JwtPayload
    const secret = String(hub.env.JWT_SECRET)
    expect((await me(jwt.sign(claims, secret))).status).toBe(200)
    const answer = await me(forge(claims, secret))
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toBe('Bearer')
  })
})

it('shows the demo accounts only in embedded mode with a demo password', async () => {
  expect((await request(hub, '/api/auth/demo')).status).toBe(404)
  const replica = await startReplica(hub, { HUB_DEMO_PASSWORD: demoPassword })
  const shown = await (await fetch(`${replica.url}/api/auth/demo`)).json()
  await replica.close()
  expect(shown).toMatchObject({ password: demoPassword })
  expect(JSON.stringify(shown)).not.toContain('$2')
})
