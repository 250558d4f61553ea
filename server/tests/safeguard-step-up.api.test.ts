import type { Approval } from '@hub/contracts'
import { verifyAudit } from '@hub/safeguard'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiAnswer, type ApiClient, request, signIn } from './harness/api-client.ts'
import { askReset } from './harness/call-tool.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { type Authenticator, enrol } from './harness/second-factor.ts'
import { demoPassword, startTestHub, type TestHub } from './harness/start-test-hub.ts'

const clock = createMovableClock()
let hub: TestHub
let reader: ApiClient
const people: Record<string, ApiClient> = {}
beforeAll(async () => {
  hub = await startTestHub({ withoutWorkflows: true, clock, env: { TRUST_PROXY: '1' } })
  for (const login of ['jdupont', 'abenali', 'pmoreau', 'khora']) people[login] = await signIn(hub, login)
  reader = as('jdupont')
})
afterAll(() => hub?.close())

const as = (login: string): ApiClient => {
  const client = people[login]
  if (!client) throw new Error(`${login} is not signed in`)
  return client
}
const targets = ['adm-pmoreau', 'adm-khora', 'adm-dmarchand']
const requesters = ['mmartin', 'jdupont', 'slegrand']
const pairs = targets.flatMap((login) => requesters.map((by) => ({ login, by })))
const reason = 'identity checked by phone'
const right = { method: 'password', password: demoPassword }
const wrong = { method: 'password', password: 'Wrong-password-1' }

/** A new L4 request, whose whole preview these people had on the screen. */
async function askSeen(...logins: string[]): Promise<Approval> {
  const pair = pairs.shift()
  if (!pair) throw new Error('no account is left')
  const approval = await askReset(hub, { ...pair, reader })
  const { approvalId, digest } = approval
  for (const login of logins) {
    const seen = await as(login).send('POST', `/api/safeguard/${approvalId}/seen`, { digest })
    expect(seen).toMatchObject({ status: 200, body: { you: { previewSeen: true } } })
  }
  return approval
}

let addresses = 0
/** Each try comes from another address unless told, so that only the account counts. */
const approve = (
  login: string,
  { approvalId, digest }: Approval,
  stepUp?: object,
  from = `10.3.0.${addresses++}`,
): Promise<ApiAnswer> =>
  request(hub, `/api/safeguard/${approvalId}/approve`, {
    method: 'POST',
    token: as(login).token,
    headers: { 'x-forwarded-for': from },
    body: { digest, reason, ...(stepUp && { stepUp }) },
  })
const refused = (status: number, name: string) => ({ status, body: { error: { reason: name } } })
const stateOf = async ({ approvalId }: Approval) =>
  (await reader.get(`/api/safeguard/${approvalId}`)).body.state

describe('presence proved with the password', () => {
  it('is asked for, and a wrong one approves nothing and ends no session', async () => {
    const approval = await askSeen('abenali', 'pmoreau')
    expect(approval).toMatchObject({ stepUpRequired: true, previewRequired: true })
    expect(await approve('abenali', approval)).toMatchObject(refused(400, 'approval.step_up_missing'))
    expect(await approve('abenali', approval, wrong)).toMatchObject(refused(403, 'auth.step_up_wrong'))
    expect(await stateOf(approval)).toBe('pending')
    expect((await as('abenali').get('/api/auth/me')).body).toMatchObject({ stepUp: 'password' })
    const first = await approve('abenali', approval, right)
    expect(first).toMatchObject({ status: 200, body: { state: 'pending' } })
    expect((await approve('pmoreau', approval, right)).body).toMatchObject({
      state: 'approved',
      decisions: [
        { stepUp: 'password', previewSeenAt: expect.any(String) },
        { stepUp: 'password', previewSeenAt: expect.any(String) },
      ],
    })
  })

  it('does not stand in for the preview', async () => {
    const approval = await askSeen()
    expect(await approve('khora', approval, right)).toMatchObject(refused(409, 'approval.preview_unseen'))
    const other = { digest: 'f'.repeat(64) }
    const seen = await as('khora').send('POST', `/api/safeguard/${approval.approvalId}/seen`, other)
    expect(seen).toMatchObject(refused(409, 'approval.digest'))
    expect(await approve('khora', approval, right)).toMatchObject(refused(409, 'approval.preview_unseen'))
  })

  it('counts once for a double click, and for two people at once', async () => {
    const approval = await askSeen('abenali', 'pmoreau', 'khora')
    const twice = await Promise.all([1, 2].map(() => approve('khora', approval, right)))
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 409])
    const others = await Promise.all(['abenali', 'pmoreau'].map((login) => approve(login, approval, right)))
    expect(others.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await stateOf(approval)).toBe('approved')
  })

  it('is verified also where none is asked for', async () => {
    const approval = await askReset(hub, { login: 'marie.martin', by: 'mmartin', reader })
    expect(await approve('jdupont', approval, wrong)).toMatchObject(refused(403, 'auth.step_up_wrong'))
    const code = { method: 'totp', code: '123456' }
    expect(await approve('jdupont', approval, code)).toMatchObject(refused(403, 'auth.step_up_password'))
    expect((await approve('jdupont', approval)).body.state).toBe('approved')
  })
})

describe('presence proved with an authenticator', () => {
  let authenticator: Authenticator
  const totp = (code: string) => ({ method: 'totp', code })
  const recovery = (code: string | undefined) => ({ method: 'recovery', code })
  beforeAll(async () => {
    authenticator = await enrol(as('khora'), clock)
  })

  it('takes the place of the password, and a code counts once', async () => {
    const approval = await askSeen('khora')
    expect(await approve('khora', approval, right)).toMatchObject(refused(403, 'auth.step_up_totp'))
    const used = authenticator.code()
    expect(await approve('khora', approval, totp(used))).toMatchObject(refused(403, 'auth.step_up_wrong'))
    const code = authenticator.freshCode()
    expect((await approve('khora', approval, totp(code))).body).toMatchObject({
      decisions: [{ stepUp: 'totp' }],
    })
    const next = await askSeen('khora')
    expect(await approve('khora', next, totp(code))).toMatchObject(refused(403, 'auth.step_up_wrong'))
    expect((await approve('khora', next, recovery(authenticator.recoveryCodes[0]))).body).toMatchObject({
      decisions: [{ stepUp: 'recovery' }],
    })
    const { body } = await as('khora').get('/api/auth/two-factor')
    expect(body).toMatchObject({ recoveryCodesLeft: 9 })
  })

  it.each<[string, () => object]>([
    ['code of the authenticator', () => totp(authenticator.freshCode())],
    ['recovery code', () => recovery(authenticator.recoveryCodes[1])],
  ])('lets one %s approve one of two requests at the same time', async (_name, proofOf) => {
    const both = [await askSeen('khora'), await askSeen('khora')]
    const proof = proofOf()
    const answers = await Promise.all(both.map((approval) => approve('khora', approval, proof)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403])
    const ids = both.map(({ approvalId }) => approvalId)
    expect(await hub.db.approvalDecision.count({ where: { approvalId: { in: ids } } })).toBe(1)
    for (const { approvalId, digest } of both)
      await as('khora').send('POST', `/api/safeguard/${approvalId}/reject`, { digest, reason })
    pairs.push(...both.map(pairOf))
  })

  it('loses no code on a yes that cannot count', async () => {
    const [approval, other] = [await askSeen('khora'), await askSeen('khora')]
    const proof = totp(authenticator.freshCode())
    const elsewhere = { ...approval, digest: other.digest }
    expect(await approve('khora', elsewhere, proof)).toMatchObject(refused(409, 'approval.digest'))
    expect((await approve('khora', approval, proof)).status).toBe(200)
  })
})

/** Who asked for what: the same may be asked for again once it has ended. */
const pairOf = (approval: Approval) => ({
  login: String(approval.arguments.login),
  by: approval.requestedBy.type === 'user' ? approval.requestedBy.login : '',
})

describe('six wrong proofs in a minute', () => {
  it('are one too many for an account, whose logins go on', async () => {
    const approval = await askSeen('pmoreau', 'abenali')
    for (let n = 0; n < 5; n += 1) expect((await approve('pmoreau', approval, wrong)).status).toBe(403)
    const limited = await approve('pmoreau', approval, right)
    expect(limited).toMatchObject(refused(429, 'limit.step_up'))
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await stateOf(approval)).toBe('pending')
    expect((await signIn(hub, 'pmoreau')).token).toBeTruthy()
    const two = { method: 'POST', token: as('pmoreau').token, body: { password: demoPassword } }
    expect(await request(hub, '/api/auth/two-factor/start', two)).toMatchObject({ status: 429 })
  })

  it('keep nobody else behind its address from deciding', async () => {
    const approval = await askReset(hub, { login: 'paul.martin', by: 'mmartin', reader })
    const from = '10.4.0.1'
    const { token } = await signIn(hub, 'lecture')
    const body = { password: 'Wrong-password-1' }
    const two = { method: 'POST', token, body, headers: { 'x-forwarded-for': from } }
    const tries = Array.from({ length: 6 }, () => request(hub, '/api/auth/two-factor/start', two))
    const statuses = (await Promise.all(tries)).map(({ status }) => status)
    expect(statuses.toSorted()).toEqual([403, 403, 403, 403, 403, 429])
    expect((await approve('abenali', approval, right, from)).status).toBe(200)
  })

  it('are counted also when they come at the same time', async () => {
    const approval = await askSeen('abenali')
    const answers = await Promise.all(Array.from({ length: 12 }, () => approve('abenali', approval, wrong)))
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 403).length).toBeLessThanOrEqual(5)
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(7)
  })
})

it('audits each proof by its method alone, in an intact chain', async () => {
  const rows = await hub.db.userAuditLog.findMany({ where: { action: { startsWith: 'session.step_up' } } })
  const kinds = new Set(rows.map(({ action, details }) => `${action} ${JSON.stringify(details)}`))
  expect([...kinds].toSorted()).toEqual([
    'session.step_up {"method":"password"}',
    'session.step_up {"method":"recovery"}',
    'session.step_up {"method":"totp"}',
    'session.step_up_refused {"method":"password"}',
    'session.step_up_refused {"method":"recovery"}',
    'session.step_up_refused {"method":"totp"}',
  ])
  const everything = JSON.stringify(await hub.db.userAuditLog.findMany({ select: { details: true } }))
  expect(everything + hub.logs.join('')).not.toMatch(/Wrong-password-1|Test-password-2026/)
  expect(await verifyAudit(hub.db)).toMatchObject({ isIntact: true })
})
