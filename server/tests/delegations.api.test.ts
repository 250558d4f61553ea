import { type Approval, Delegations, type HubEvent } from '@hub/contracts'
import { verifyAudit } from '@hub/safeguard'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, signIn } from './harness/api-client.ts'
import { askReset } from './harness/call-tool.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { type Authenticator, enrol } from './harness/second-factor.ts'
import { demoPassword, startTestHub, type TestHub } from './harness/start-test-hub.ts'

const clock = createMovableClock()
const base = '/api/safeguard/delegations'
const dayMs = 24 * 3_600_000
const events: HubEvent[] = []
let hub: TestHub
const people: Record<string, ApiClient> = {}
const ids: Record<string, string> = {}
beforeAll(async () => {
  hub = await startTestHub({ withoutWorkflows: true, clock })
  hub.bus.subscribe({ onEvent: (event) => void events.push(event) })
  const logins = ['lecture', 'mmartin', 'jdupont', 'slegrand', 'abenali', 'pmoreau', 'khora']
  for (const login of logins) people[login] = await signIn(hub, login)
  for (const { id, login } of await hub.db.user.findMany()) ids[login] = id
})
afterAll(() => hub?.close())

const as = (login: string): ApiClient => {
  const client = people[login]
  if (!client) throw new Error(`${login} is not signed in`)
  return client
}
const at = (days: number) => new Date(clock.now().getTime() + days * dayMs).toISOString()
const right = { method: 'password', password: demoPassword }
const wrong = { method: 'password', password: 'Wrong-password-1' }
interface Asked {
  from?: number
  to?: number
  stepUp?: object | undefined
}
const delegate = (from: string, to: string, period: Asked = {}) =>
  as(from).send('POST', base, {
    toUserId: ids[to],
    startsAt: at(period.from ?? 0),
    endsAt: at(period.to ?? 1),
    reason: 'congés',
    stepUp: 'stepUp' in period ? period.stepUp : right,
  })
const revoke = (login: string, id: unknown) => as(login).send('POST', `${base}/${id}/revoke`)
const list = async (login: string) => Delegations.parse((await as(login).get(base)).body).items
const refused = (status: number, reason: string) => ({ status, body: { error: { reason } } })
const approve = (login: string, { approvalId, digest }: Approval, body: object = {}) =>
  as(login).send('POST', `/api/safeguard/${approvalId}/approve`, { digest, ...body })
const ask = (login: string) => askReset(hub, { login, by: 'mmartin', reader: as('jdupont') })

describe('delegating', () => {
  it('answers the delegation, tells it and writes it down', async () => {
    const { status, body } = await delegate('abenali', 'jdupont', { to: 5 })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      from: { displayName: 'Amine Benali' },
      to: { displayName: 'Julien Dupont' },
      state: 'active',
      canRevoke: true,
      reason: 'congés',
    })
    expect(events.filter(({ type }) => type === 'safeguard:delegation_changed')).toMatchObject([
      { data: { delegationId: body.id, fromUserId: ids.abenali, toUserId: ids.jdupont, isRevoked: false } },
    ])
    const audited = await hub.db.userAuditLog.findFirst({ where: { subjectId: String(body.id) } })
    expect(audited).toMatchObject({ action: 'delegation.create', actorKey: `user:${ids.abenali}` })
    expect((await revoke('abenali', body.id)).status).toBe(200)
  })

  it.each([
    ['to oneself', 'jdupont', 'jdupont', {}, 'delegation.self'],
    ['to N1', 'jdupont', 'mmartin', {}, 'delegation.person'],
    ['two levels down', 'khora', 'jdupont', {}, 'delegation.person'],
    ['for longer than 90 days', 'jdupont', 'slegrand', { to: 90.01 }, 'delegation.too_long'],
    ['for a time that is over', 'jdupont', 'slegrand', { from: -2, to: -1 }, 'delegation.period'],
    ['backwards', 'jdupont', 'slegrand', { from: 3, to: 2 }, 'delegation.period'],
  ])('is refused %s', async (_name, from, to, period, reason) => {
    const before = await hub.db.delegation.count()
    expect(await delegate(from, to, period)).toMatchObject(refused(400, reason))
    expect(await hub.db.delegation.count()).toBe(before)
  })

  it('is refused to somebody unknown or deactivated, below N2, and without a session', async () => {
    const body = {
      toUserId: '00000000-0000-4000-8000-000000000000',
      startsAt: at(0),
      endsAt: at(1),
      stepUp: right,
    }
    expect(await as('jdupont').send('POST', base, body)).toMatchObject(refused(400, 'delegation.person'))
    await hub.db.user.update({ where: { login: 'slegrand' }, data: { isActive: false } })
    const inactive = await delegate('jdupont', 'slegrand')
    await hub.db.user.update({ where: { login: 'slegrand' }, data: { isActive: true } })
    expect(inactive).toMatchObject(refused(400, 'delegation.person'))
    expect((await delegate('mmartin', 'jdupont')).status).toBe(403)
    expect((await as('lecture').get(base)).status).toBe(403)
    expect((await fetch(`${hub.url}${base}`)).status).toBe(401)
    expect((await as('jdupont').send('POST', base, { ...body, fromUserId: ids.khora })).status).toBe(400)
  })

  it('is taken once for the same time, also when asked twice at once', async () => {
    const twice = await Promise.all([1, 2, 3].map(() => delegate('pmoreau', 'abenali', { from: 2, to: 4 })))
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 409, 409])
    expect(await delegate('pmoreau', 'abenali', { from: 3, to: 6 })).toMatchObject(
      refused(409, 'delegation.overlap'),
    )
    expect((await delegate('pmoreau', 'abenali', { from: 4, to: 6 })).status).toBe(201)
    expect((await delegate('abenali', 'pmoreau', { from: 2, to: 4 })).status).toBe(201)
  })
})

describe('delegating from a session alone', () => {
  it('is refused, and so is a wrong proof; neither writes nor tells anything', async () => {
    const [before, told] = [await hub.db.delegation.count(), events.length]
    const none = await delegate('khora', 'abenali', { from: 20, to: 21, stepUp: undefined })
    expect(none).toMatchObject({ status: 400, body: { error: { fields: [{ path: 'stepUp' }] } } })
    expect(await delegate('khora', 'abenali', { from: 20, to: 21, stepUp: wrong })).toMatchObject(
      refused(403, 'auth.step_up_wrong'),
    )
    expect(await hub.db.delegation.count()).toBe(before)
    expect(events.length).toBe(told)
    expect(
      await hub.db.userAuditLog.findMany({
        where: {
          actorKey: `user:${ids.khora}`,
          action: { in: ['delegation.create', 'session.step_up_refused'] },
        },
      }),
    ).toMatchObject([{ action: 'session.step_up_refused' }])
  })

  it('loses no code on a delegation that cannot count', async () => {
    const authenticator: Authenticator = await enrol(as('pmoreau'), clock)
    const period = { from: 30, to: 31 }
    const stepUp = { method: 'totp', code: authenticator.freshCode() }
    expect(await delegate('pmoreau', 'mmartin', { ...period, stepUp })).toMatchObject(
      refused(400, 'delegation.person'),
    )
    expect(await delegate('pmoreau', 'khora', { from: 3, to: 2, stepUp })).toMatchObject(
      refused(400, 'delegation.period'),
    )
    expect((await delegate('pmoreau', 'khora', { ...period, stepUp })).status).toBe(201)
    expect(await delegate('pmoreau', 'slegrand', { ...period, stepUp })).toMatchObject(
      refused(403, 'auth.step_up_wrong'),
    )
    expect(await verifyAudit(hub.db)).toMatchObject({ isIntact: true })
  })
})

describe('the lists', () => {
  it('show to N3 and above those of everybody, to others their own', async () => {
    await delegate('jdupont', 'slegrand', { from: 10, to: 11 })
    const shown = async (login: string) =>
      (await list(login)).map(({ from, to }) => `${from.displayName} > ${to.displayName}`)
    expect(await shown('slegrand')).toEqual(['Julien Dupont > Sophie Legrand'])
    expect(await shown('mmartin')).toEqual([])
    expect((await shown('khora')).length).toBeGreaterThan(3)
    expect((await shown('khora'))[0]).toBe('Julien Dupont > Sophie Legrand')
    expect((await list('slegrand'))[0]).toMatchObject({ canRevoke: false, state: 'planned' })
    expect((await list('khora'))[0]).toMatchObject({ canRevoke: true })
    expect((await list('pmoreau'))[0]).toMatchObject({ canRevoke: false })
  })

  it('name the people one may delegate to', async () => {
    const names = async (login: string) =>
      ((await as(login).get(`${base}/colleagues`)).body.items as { displayName: string }[])
        .map(({ displayName }) => displayName)
        .join(', ')
    expect(await names('khora')).toBe('Amine Benali, Pierre Moreau')
    expect(await names('abenali')).toBe('Julien Dupont, Karim Hora, Pierre Moreau, Sophie Legrand')
    expect(await names('jdupont')).toBe('Amine Benali, Karim Hora, Pierre Moreau, Sophie Legrand')
    expect((await as('mmartin').get(`${base}/colleagues`)).status).toBe(403)
  })
})

describe('a yes for somebody who is away', () => {
  it('is offered, counts, and ends at once with the delegation', async () => {
    const { body } = await delegate('slegrand', 'jdupont')
    const approval = await ask('marie.martin')
    const path = `/api/safeguard/${approval.approvalId}`
    const shown = (await as('jdupont').get(path)).body as Approval
    expect(shown.you.mayActFor).toMatchObject([{ userId: ids.slegrand, accreditation: 'N2' }])
    const done = await approve('jdupont', approval, { onBehalfOf: ids.slegrand })
    expect(done).toMatchObject({
      status: 200,
      body: { state: 'approved', decisions: [{ onBehalfOf: { userId: ids.slegrand } }] },
    })
    const next = await ask('thomas.nguyen')
    expect((await revoke('slegrand', body.id)).body).toMatchObject({ state: 'revoked', canRevoke: false })
    expect(await approve('jdupont', next, { onBehalfOf: ids.slegrand })).toMatchObject(
      refused(403, 'approval.delegation'),
    )
    expect(await approve('jdupont', next, { onBehalfOf: ids.khora })).toMatchObject(
      refused(403, 'approval.delegation'),
    )
    expect((await approve('jdupont', next)).body.state).toBe('approved')
  })

  it('is proved by the one who says it, who also saw the preview', async () => {
    await delegate('abenali', 'slegrand')
    const approval = await ask('adm-khora')
    const { approvalId, digest } = approval
    const body = {
      onBehalfOf: ids.abenali,
      reason: 'on the phone with Amine',
      stepUp: { method: 'password', password: demoPassword },
    }
    expect(await approve('slegrand', approval, body)).toMatchObject(refused(409, 'approval.preview_unseen'))
    await as('slegrand').send('POST', `/api/safeguard/${approvalId}/seen`, { digest })
    expect((await approve('slegrand', approval, body)).body).toMatchObject({
      state: 'pending',
      decisions: [{ accreditation: 'N3', onBehalfOf: { displayName: 'Amine Benali' } }],
    })
    await as('abenali').send('POST', `/api/safeguard/${approvalId}/seen`, { digest })
    const own = { reason: body.reason, stepUp: body.stepUp }
    expect(await approve('abenali', approval, own)).toMatchObject(refused(409, 'approval.twice_for_you'))
  })
})

describe('revoking', () => {
  it('is for the one who delegated and for N4, once', async () => {
    const { body } = await delegate('jdupont', 'pmoreau')
    expect(await revoke('mmartin', body.id)).toMatchObject(refused(404, 'delegation.not_found'))
    expect(await revoke('slegrand', body.id)).toMatchObject(refused(404, 'delegation.not_found'))
    expect(await revoke('pmoreau', body.id)).toMatchObject(refused(403, 'delegation.other'))
    const twice = await Promise.all([revoke('jdupont', body.id), revoke('khora', body.id)])
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await revoke('khora', body.id)).toMatchObject(refused(409, 'delegation.ended'))
    expect((await revoke('khora', 'nonsense')).status).toBe(400)
    expect(await verifyAudit(hub.db)).toMatchObject({ isIntact: true })
  })
})

it('a proof for a delegation is guessed at five times a minute, by that account alone', async () => {
  const guess = (login: string, stepUp: object) => delegate(login, 'abenali', { from: 20, to: 21, stepUp })
  for (let n = 0; n < 5; n += 1) expect((await guess('slegrand', wrong)).status).toBe(403)
  expect(await guess('slegrand', right)).toMatchObject(refused(429, 'limit.step_up'))
  expect((await guess('jdupont', right)).status).toBe(201)
})
