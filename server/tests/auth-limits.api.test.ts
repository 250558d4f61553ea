import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiAnswer, request } from './harness/api-client.ts'
import { demoPassword, startTestHub, type TestHub } from './harness/start-test-hub.ts'

let hub: TestHub
beforeAll(async () => {
  hub = await startTestHub({ withoutWorkflows: true, env: { TRUST_PROXY: '1' } })
})
afterAll(() => hub?.close())

const logIn = (from: string, body: { login: string; password: string }) =>
  request(hub, '/api/auth/login', { method: 'POST', body, headers: { 'x-forwarded-for': from } })
const wrong = (login: string) => ({ login, password: 'Wrong-password-1' })
const right = (login: string) => ({ login, password: demoPassword })

function expectLimited({ status, headers, body }: ApiAnswer): void {
  expect(status).toBe(429)
  expect(body).toMatchObject({ error: { code: 'LIMIT_EXCEEDED', reason: 'limit.login' } })
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
  expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(60)
}

describe('six attempts in a minute', () => {
  it('are one too many for an address that fails', async () => {
    for (let n = 0; n < 5; n += 1) expect((await logIn('10.0.0.1', wrong(`u${n}`))).status).toBe(401)
    expectLimited(await logIn('10.0.0.1', right('jdupont')))
    expect((await logIn('10.0.0.2', right('jdupont'))).status).toBe(200)
  })

  it('are one too many for an account, wherever they come from and however it is written', async () => {
    const spellings = ['mmartin', 'MMARTIN', ' mmartin ', 'mMartin', 'mmartin']
    for (const [n, login] of spellings.entries())
      expect((await logIn(`10.0.1.${n}`, wrong(login))).status).toBe(401)
    expectLimited(await logIn('10.0.1.9', right('mmartin')))
    expect((await logIn('10.0.1.9', right('pmoreau'))).status).toBe(200)
  })

  it('are fine when they succeed', async () => {
    for (let n = 0; n < 7; n += 1) expect((await logIn('10.0.2.1', right('khora'))).status).toBe(200)
  })

  it('count the whole network of an IPv6 visitor', async () => {
    for (let n = 0; n < 5; n += 1)
      expect((await logIn(`2001:db8:1:1::${n + 1}`, wrong(`v${n}`))).status).toBe(401)
    expectLimited(await logIn('2001:db8:1:1::ffff', right('abenali')))
  })
})

it('says nothing more about an account that exists', async () => {
  const answers = [await failSixTimes('slegrand', 4), await failSixTimes('no.such.person', 5)]
  const [real, invented] = answers.map((answer) =>
    JSON.stringify({ ...(answer.body.error as object), requestId: '', message: '' }),
  )
  expect(real).toBe(invented)
})

async function failSixTimes(login: string, net: number): Promise<ApiAnswer> {
  for (let n = 0; n < 5; n += 1) await logIn(`10.1.${net}.${n}`, wrong(login))
  return logIn(`10.1.${net}.9`, wrong(login))
}

it('limits requests of an address in general', async () => {
  const other = await startTestHub({ withoutWorkflows: true, env: { RATE_LIMIT_PER_MINUTE: '10' } })
  const statuses: number[] = []
  for (let n = 0; n < 11; n += 1) statuses.push((await request(other, '/api/auth/me')).status)
  const probes = await Promise.all(['/healthz', '/readyz'].map((path) => request(other, path)))
  await other.close()
  expect(statuses).toEqual([...Array<number>(10).fill(401), 429])
  expect(probes.map(({ status }) => status)).toEqual([200, 200])
})
