import { afterAll, beforeAll, expect, it } from 'vitest'
import { request } from './harness/api-client.ts'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

const perMinute = 5
const peoplePerAddress = 20

let hub: TestHub
beforeAll(async () => {
  const env = { RATE_LIMIT_PER_MINUTE: String(perMinute), TRUST_PROXY: '1' }
  hub = await startTestHub({ withoutWorkflows: true, env })
})
afterAll(() => hub?.close())

/** A real token or not: requests are counted before anybody looks. */
const ask = (token: string, from: string) =>
  request(hub, '/api/auth/me', { headers: { authorization: `Bearer ${token}`, 'x-forwarded-for': from } })

it('refuses the requests of one session over its limit, and tells when to come back', async () => {
  for (let n = 0; n < perMinute; n += 1) expect((await ask('one', '10.0.0.1')).status).toBe(401)
  const { status, headers, body } = await ask('one', '10.0.0.2')
  expect(status).toBe(429)
  expect(body).toMatchObject({ error: { code: 'LIMIT_EXCEEDED', reason: 'limit.requests' } })
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
  expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(60)
  expect((await ask('another', '10.0.0.1')).status).toBe(401)
})

it('refuses an address that comes with ever new tokens', async () => {
  const most = perMinute * peoplePerAddress
  for (let n = 0; n < most; n += 1) expect((await ask(`token${n}`, '10.0.1.1')).status).toBe(401)
  const { status, body } = await ask('fresh', '10.0.1.1')
  expect(status).toBe(429)
  expect(body).toMatchObject({ error: { reason: 'limit.address' } })
  expect((await ask('fresh', '10.0.1.2')).status).toBe(401)
})

it('refuses once where both limits are over', async () => {
  for (let n = 0; n < perMinute; n += 1) await ask('both', '10.0.2.1')
  const { status, body } = await ask('both', '10.0.1.1')
  expect(status).toBe(429)
  expect(body).toMatchObject({ error: { reason: expect.stringMatching(/^limit\.(address|requests)$/) } })
})
