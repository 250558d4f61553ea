import { type Approval, StandingGrant } from '@hub/contracts'
import { verifyAudit } from '@hub/safeguard'
import { startWorkflows } from '@hub/workflows'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiAnswer, type ApiClient, signIn } from './harness/api-client.ts'
import { actorOf, askReset, callTool } from './harness/call-tool.ts'
import { demoPassword, startTestHub, type TestHub } from './harness/start-test-hub.ts'

let hub: TestHub
const people: Record<string, ApiClient> = {}
beforeAll(async () => {
  hub = await startTestHub({ withoutWorkflows: true })
  for (const login of ['lecture', 'mmartin', 'jdupont', 'slegrand', 'abenali', 'pmoreau', 'khora'])
    people[login] = await signIn(hub, login)
})
afterAll(() => hub?.close())

const as = (login: string): ApiClient => {
  const client = people[login]
  if (!client) throw new Error(`${login} is not signed in`)
  return client
}
const refused = (status: number, reason: string) => ({ status, body: { error: { reason } } })
const stepUp = { method: 'password', password: demoPassword }
const ask = (login: string, by: string) => askReset(hub, { login, by, reader: as('jdupont') })
const itemsOf = ({ body }: ApiAnswer) => body.items as Record<string, unknown>[]

describe('a standing grant', () => {
  const inDays = (days: number) => new Date(Date.now() + days * 24 * 3_600_000).toISOString()
  async function askGrant(login: string, change: object = {}): Promise<ApiAnswer> {
    const { userId } = await actorOf(hub, 'mmartin')
    const scope = {
      toolName: 'ad_reset_password',
      requester: `user:${userId}`,
      arguments: {},
      target: { clientName: 'EHPAD Les Jardins' },
      targetIds: [],
      ...change,
    }
    const reason = 'The whole site moves to new machines'
    return as(login).send('POST', '/api/safeguard/grants', {
      scope,
      reason,
      maxUses: 1,
      expiresAt: inDays(7),
    })
  }
  const decide = (login: string, { grantId, digest }: StandingGrant, change: object = {}) =>
    as(login).send('POST', `/api/safeguard/grants/${grantId}/decide`, {
      digest,
      decision: 'approve',
      reason: 'Planned with the client',
      stepUp,
      ...change,
    })

  it('can be asked for any colleague who asks for actions, by those who may ask for one', async () => {
    const names = itemsOf(await as('jdupont').get('/api/safeguard/grants/people')).map(
      ({ displayName }) => displayName,
    )
    expect(names).toContain((await actorOf(hub, 'mmartin')).displayName)
    expect(names).not.toContain((await actorOf(hub, 'jdupont')).displayName)
    expect(names).not.toContain((await actorOf(hub, 'lecture')).displayName)
    expect(await as('mmartin').get('/api/safeguard/grants/people')).toMatchObject(
      refused(403, 'approval.level'),
    )
  })
  it('is asked for, agreed to by somebody else, used as often as it says, and runs', async () => {
    const answer = await askGrant('jdupont')
    expect(answer.status).toBe(201)
    const grant = StandingGrant.parse(answer.body)
    expect(grant).toMatchObject({ state: 'requested', uses: 0, you: { canDecide: false } })
    expect(await decide('jdupont', grant)).toMatchObject(refused(403, 'grant.self'))
    expect(await decide('slegrand', grant)).toMatchObject(refused(403, 'approval.level'))
    expect(await decide('abenali', grant)).toMatchObject({ status: 200, body: { state: 'active' } })
    const told = await callTool(
      hub,
      { actor: await actorOf(hub, 'mmartin'), locale: 'fr' },
      { name: 'ad_reset_password', arguments: { login: 'jean.dupont' } },
    )
    expect(told).toMatchObject({
      status: 'approval_required',
      summary: { fr: expect.stringContaining(grant.grantId), en: expect.stringContaining(grant.grantId) },
      outcome: { approval: { state: 'approved', grantId: grant.grantId } },
    })
    const workflows = await startWorkflows(hub.env, { bus: hub.bus, withoutEngine: true })
    const id = ('outcome' in told && told.outcome.approval?.approvalId) || ''
    const path = `/api/safeguard/${id}`
    await expect
      .poll(async () => (await as('jdupont').get(path)).body.state, { timeout: 10_000 })
      .toBe('executed')
    await workflows.close()
    const second = await ask('jean.dupont', 'mmartin')
    expect(second).toMatchObject({ state: 'pending', grantId: null })
    const [listed] = itemsOf(await as('slegrand').get('/api/safeguard/grants'))
    expect(listed).toMatchObject({ grantId: grant.grantId, uses: 1, state: 'active' })
  })

  it('is agreed to with a proof of presence, and refused without', async () => {
    const grant = StandingGrant.parse((await askGrant('jdupont')).body)
    const stateOf = async () =>
      (await hub.db.standingGrant.findUniqueOrThrow({ where: { id: grant.grantId } })).state
    const wrong = { method: 'password', password: 'Wrong-password-1' }
    expect(await decide('abenali', grant, { stepUp: undefined })).toMatchObject(
      refused(400, 'approval.step_up_missing'),
    )
    expect(await decide('abenali', grant, { stepUp: wrong })).toMatchObject(
      refused(403, 'auth.step_up_wrong'),
    )
    const proofs = () => hub.db.userAuditLog.count({ where: { action: { startsWith: 'session.step_up' } } })
    const tried = await proofs()
    expect(await decide('slegrand', grant)).toMatchObject(refused(403, 'approval.level'))
    expect(await decide('abenali', { ...grant, digest: 'f'.repeat(64) })).toMatchObject(
      refused(409, 'grant.digest'),
    )
    expect(await proofs()).toBe(tried)
    expect(await stateOf()).toBe('requested')
    expect(await decide('abenali', grant, { decision: 'reject', stepUp: undefined })).toMatchObject({
      status: 200,
      body: { state: 'rejected' },
    })
  })

  it('is seen by those it answers, and by N2', async () => {
    expect(itemsOf(await as('mmartin').get('/api/safeguard/grants'))).toHaveLength(2)
    expect(await as('lecture').get('/api/safeguard/grants')).toMatchObject(refused(403, 'auth.accreditation'))
  })

  it('is revoked by who asked for it', async () => {
    const [, grant] = itemsOf(await as('jdupont').get('/api/safeguard/grants'))
    const path = `/api/safeguard/grants/${grant?.grantId}/revoke`
    const revoke = (login: string) => as(login).send('POST', path, { reason: 'The move is over' })
    expect(await revoke('slegrand')).toMatchObject(refused(403, 'approval.level'))
    expect(await revoke('jdupont')).toMatchObject({ status: 200, body: { state: 'revoked' } })
    expect(await revoke('khora')).toMatchObject(refused(409, 'grant.state.revoked'))
  })

  it('is withdrawn by who asked for it while it waits, by nobody else', async () => {
    const asked = StandingGrant.parse((await askGrant('jdupont')).body)
    expect(asked.you).toMatchObject({ canWithdraw: true, canRevoke: false })
    const withdraw = (login: string) =>
      as(login).send('POST', `/api/safeguard/grants/${asked.grantId}/withdraw`)
    expect(await withdraw('abenali')).toMatchObject(refused(403, 'grant.not_asker'))
    expect(await withdraw('jdupont')).toMatchObject({
      status: 200,
      body: { state: 'withdrawn', revokedBy: { userId: asked.requestedBy.userId } },
    })
    expect(await decide('abenali', asked)).toMatchObject(refused(409, 'grant.state.withdrawn'))
  })

  it.each([
    ['an N1', 'mmartin', {}, 403, 'approval.level'],
    ['a small tool', 'jdupont', { toolName: 'ad_unlock_account' }, 400, 'grant.level'],
    ['privileged targets', 'jdupont', { target: { privileged: true } }, 400, 'grant.privileged'],
  ] as const)('is not for %s', async (_what, login, change, status, reason) => {
    expect(await askGrant(login, change)).toMatchObject(refused(status, reason))
  })

  it('names at least one fact of the target', async () => {
    expect((await askGrant('jdupont', { target: {} })).status).toBe(400)
  })
})

describe('breaking the glass', () => {
  const reason = 'Every administrator of the site is away'
  const smash = (login: string, { approvalId, digest }: Approval, change: object = {}) =>
    as(login).send('POST', `/api/safeguard/${approvalId}/break-glass`, { digest, reason, stepUp, ...change })
  const unreviewed = async () =>
    itemsOf(await as('pmoreau').get('/api/safeguard/history?breakGlass=unreviewed')).map(
      ({ approvalId }) => approvalId,
    )

  it('needs an N4, a proof, a reason, and another person’s request', async () => {
    const approval = await ask('adm-pmoreau', 'mmartin')
    expect(approval).toMatchObject({ securityLevel: 'L4', requiredApprovals: 2 })
    expect(await smash('abenali', approval)).toMatchObject(refused(403, 'approval.level'))
    expect((await smash('khora', approval, { reason: 'urgent' })).status).toBe(400)
    expect((await smash('khora', approval, { stepUp: undefined })).status).toBe(400)
    const wrong = { stepUp: { method: 'password', password: 'Wrong-password-1' } }
    expect((await smash('khora', approval, wrong)).status).toBe(403)
    const own = await ask('adm-dmarchand', 'khora')
    expect(await smash('khora', own)).toMatchObject(refused(403, 'approval.self'))
    const states = [approval, own].map(({ approvalId }) => as('jdupont').get(`/api/safeguard/${approvalId}`))
    expect((await Promise.all(states)).map(({ body }) => body.state)).toEqual(['pending', 'pending'])
  })

  it('is listed until another N3 has reviewed it', async () => {
    const approval = await ask('adm-pmoreau', 'jdupont')
    const { approvalId } = approval
    const { body } = await as('khora').get(`/api/safeguard/${approvalId}`)
    expect(body.you).toMatchObject({ canBreakGlass: true })
    expect(await smash('khora', approval)).toMatchObject({
      status: 200,
      body: { state: 'approved', breakGlass: { reason, review: null } },
    })
    expect(await unreviewed()).toEqual([approvalId])
    const review = (login: string) =>
      as(login).send('POST', `/api/safeguard/${approvalId}/break-glass/review`, {
        verdict: 'justified',
        note: 'Nobody else was there',
      })
    expect(await review('khora')).toMatchObject(refused(403, 'break_glass.own'))
    expect(await review('jdupont')).toMatchObject(refused(403, 'break_glass.own'))
    expect(await review('abenali')).toMatchObject({
      status: 200,
      body: { breakGlass: { review: { verdict: 'justified' } } },
    })
    expect(await unreviewed()).toEqual([])
    expect(await review('pmoreau')).toMatchObject(refused(409, 'break_glass.reviewed'))
  })
})

it('has written all of that in an intact chain', async () => {
  expect(await verifyAudit(hub.db)).toMatchObject({ isIntact: true })
})
