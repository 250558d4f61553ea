import { verifyAudit } from '@hub/safeguard'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type ApiClient, request, signIn } from './harness/api-client.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { authenticatorOf, enrol } from './harness/second-factor.ts'
import { demoPassword, startTestHub, type TestHub } from './harness/start-test-hub.ts'

const clock = createMovableClock()
const base = '/api/auth/two-factor'
const password = demoPassword
let hub: TestHub
let person: ApiClient
beforeAll(async () => {
  hub = await startTestHub({ withoutWorkflows: true, clock, env: { TRUST_PROXY: '1' } })
})
afterAll(() => hub?.close())

const logins = ['mmartin', 'jdupont', 'slegrand', 'abenali', 'pmoreau', 'khora', 'lecture']
let login = ''
/** Each test has a person of its own: wrong proofs are counted per person. */
beforeEach(async () => {
  login = logins.shift() ?? ''
  person = await signIn(hub, login)
})

/** Each person comes from an address of their own, so that the limit of an address stays out of the way. */
const post = (path: string, body: unknown) => {
  const headers = { 'x-forwarded-for': `10.2.0.${logins.length}` }
  return request(hub, `${base}/${path}`, { method: 'POST', token: person.token, body, headers })
}
const refused = (status: number, reason: string) => ({ status, body: { error: { reason } } })
const state = async () => (await person.get(base)).body
const me = async () => (await person.get('/api/auth/me')).body
const actions = async () => {
  const { id } = await hub.db.user.findUniqueOrThrow({ where: { login } })
  const rows = await hub.db.userAuditLog.findMany({ where: { subjectId: id }, orderBy: { seq: 'asc' } })
  return rows.map(({ action }) => action).filter((action) => action !== 'session.login')
}

describe('enrolment', () => {
  it('takes the password, then a code, and shows the secret and the recovery codes once', async () => {
    expect(await state()).toEqual({ isEnrolled: false, enrolledAt: null, recoveryCodesLeft: 0 })
    expect(await me()).toMatchObject({ stepUp: 'password' })
    expect(await post('confirm', { code: '123456' })).toMatchObject(refused(409, 'two_factor.not_started'))
    expect(await post('start', { password: 'Wrong-password-1' })).toMatchObject(
      refused(403, 'auth.step_up_wrong'),
    )
    const started = await post('start', { password })
    expect(started.headers.get('cache-control')).toBe('no-store')
    expect(started.body).toMatchObject({ secret: expect.stringMatching(/^[A-Z2-7]{32}$/) })
    expect(started.body.uri).toContain(`otpauth://totp/Hub:${login}?`)
    expect(await me()).toMatchObject({ stepUp: 'password' })
    const { code } = authenticatorOf(String(started.body.secret), clock)
    const wrong = code() === '000000' ? '000001' : '000000'
    expect(await post('confirm', { code: wrong })).toMatchObject(refused(403, 'auth.step_up_wrong'))
    const confirmed = await post('confirm', { code: code() })
    const codes = confirmed.body.codes as string[]
    expect(new Set(codes).size).toBe(10)
    for (const one of codes) expect(one).toMatch(/^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/)
    expect(await state()).toMatchObject({ isEnrolled: true, recoveryCodesLeft: 10 })
    expect(await me()).toMatchObject({ stepUp: 'totp' })
    expect(await post('confirm', { code: code(1) })).toMatchObject(refused(409, 'two_factor.enrolled'))
    expect(await post('start', { password })).toMatchObject(refused(409, 'two_factor.enrolled'))
    expect(await actions()).toEqual([
      'user.create',
      'session.step_up_refused',
      'user.two_factor_start',
      'session.step_up_refused',
      'session.step_up',
      'user.two_factor_on',
    ])
  })

  it('is void after ten minutes, or once another has started', async () => {
    const first = await post('start', { password })
    expect(new Date(String(first.body.expiresAt)).getTime() - clock.now().getTime()).toBeLessThanOrEqual(
      600_000,
    )
    clock.forward(600_000)
    const late = authenticatorOf(String(first.body.secret), clock)
    expect(await post('confirm', { code: late.code() })).toMatchObject(refused(409, 'two_factor.expired'))
    const second = await post('start', { password })
    expect(await post('confirm', { code: late.code() })).toMatchObject(refused(403, 'auth.step_up_wrong'))
    const { code } = authenticatorOf(String(second.body.secret), clock)
    expect((await post('confirm', { code: code() })).status).toBe(200)
  })

  it('is confirmed once by the same code twice at once', async () => {
    const started = await post('start', { password })
    const { code } = authenticatorOf(String(started.body.secret), clock)
    const answers = await Promise.all([1, 2, 3].map(() => post('confirm', { code: code() })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect(await state()).toMatchObject({ recoveryCodesLeft: 10 })
  })
})

describe('the end and new recovery codes', () => {
  it('take the password and a code that was not used', async () => {
    const { code, freshCode, recoveryCodes } = await enrol(person, clock)
    for (const path of ['end', 'recovery-codes']) {
      expect(await post(path, { password })).toMatchObject(refused(400, 'two_factor.code_missing'))
      expect(await post(path, { password, code: code() })).toMatchObject(refused(403, 'auth.step_up_wrong'))
    }
    const wrong = { password: 'Wrong-password-1', code: freshCode() }
    expect(await post('end', wrong)).toMatchObject(refused(403, 'auth.step_up_wrong'))
    const renewed = await post('recovery-codes', { password, code: code() })
    expect(renewed.status).toBe(200)
    const fresh = renewed.body.codes as string[]
    expect(fresh.filter((one) => recoveryCodes.includes(one))).toEqual([])
    expect(await post('end', { password, code: recoveryCodes[0] })).toMatchObject(
      refused(403, 'auth.step_up_wrong'),
    )
    const typed = String(fresh[3]).toLowerCase().replaceAll('-', ' ')
    expect(await post('end', { password, code: typed })).toMatchObject({
      status: 200,
      body: { isEnrolled: false, enrolledAt: null, recoveryCodesLeft: 0 },
    })
    expect(await me()).toMatchObject({ stepUp: 'password' })
    expect(await post('end', { password, code: fresh[4] })).toMatchObject(
      refused(409, 'two_factor.not_enrolled'),
    )
    expect(await actions()).toEqual(
      expect.arrayContaining(['user.two_factor_on', 'user.recovery_codes', 'user.two_factor_off']),
    )
  })

  it('use a recovery code once when it comes twice at once', async () => {
    const { recoveryCodes } = await enrol(person, clock)
    const body = { password, code: recoveryCodes[0] }
    const answers = await Promise.all([1, 2, 3].map(() => post('recovery-codes', body)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403])
  })
})

it('keeps secrets and codes out of the database, logs and audit', async () => {
  const { secret, recoveryCodes } = await enrol(person, clock)
  const tables = ['users', 'recovery_codes', 'user_audit_log', 'events']
  const texts = await Promise.all(
    tables.map((name) =>
      hub.db.$queryRawUnsafe<{ text: string }[]>(`SELECT row_to_json(t)::text AS text FROM "${name}" t`),
    ),
  )
  const everything = [...texts.flat().map(({ text }) => text), ...hub.logs].join('\n')
  expect(everything).toContain('user.two_factor_on')
  const raw = Buffer.from(secret)
  for (const form of [secret, raw.toString('hex'), raw.toString('base64'), ...recoveryCodes])
    expect(everything.includes(form)).toBe(false)
  expect(everything).not.toContain(demoPassword)
})

it('is for people who are signed in, and takes no other field', async () => {
  expect((await person.send('POST', `${base}/start`, { password, userId: 'x' })).status).toBe(400)
  const answer = await fetch(`${hub.url}${base}`)
  expect(answer.status).toBe(401)
  expect(await verifyAudit(hub.db)).toMatchObject({ isIntact: true })
})
