import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ActorAssertion, type Approval, ApprovalPage } from '@hub/contracts'
import { startMcpServer } from '@hub/mcp-server'
import { verifyAudit } from '@hub/safeguard'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type ApiClient, signIn } from './harness/api-client.ts'
import { askReset, callTool } from './harness/call-tool.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { demoPassword, startTestHub, type TestHub } from './harness/start-test-hub.ts'

const clock = createMovableClock()
let hub: TestHub
const people: Record<string, ApiClient> = {}
beforeAll(async () => {
  hub = await startTestHub({ withoutWorkflows: true, clock })
  for (const login of ['mmartin', 'jdupont', 'slegrand', 'abenali', 'pmoreau', 'khora'])
    people[login] = await signIn(hub, login)
})
afterAll(() => hub?.close())
beforeEach(() => hub.estate.directory.control.clearWrites())

const as = (login: string): ApiClient => {
  const client = people[login]
  if (!client) throw new Error(`${login} is not signed in`)
  return client
}
const ask = (login: string, by = 'mmartin') => askReset(hub, { login, by, reader: as('jdupont') })
const decide = (login: string, verb: string, approval: Approval, body: Record<string, unknown> = {}) =>
  as(login).send('POST', `/api/safeguard/${approval.approvalId}/${verb}`, {
    digest: approval.digest,
    ...body,
  })
const stateOf = async ({ approvalId }: Approval) =>
  (await as('jdupont').get(`/api/safeguard/${approvalId}`)).body.state
const writes = () => hub.estate.directory.control.writes()
const reason = 'identity checked by phone'

describe('an ordinary request over HTTP', () => {
  it('is refused to a technician and to the requester, who each see why', async () => {
    const approval = await ask('marie.martin', 'jdupont')
    for (const [login, name] of [
      ['mmartin', 'approval.level'],
      ['jdupont', 'approval.self'],
    ] as const) {
      const refused = await decide(login, 'approve', approval)
      expect(refused).toMatchObject({ status: 403, body: { error: { reason: name } } })
      const shown = await as(login).get(`/api/safeguard/${approval.approvalId}`)
      expect(shown.body.you).toMatchObject({ canDecide: false, why: { fr: expect.any(String) } })
    }
    expect(await stateOf(approval)).toBe('pending')
  })

  it('is rejected only with a reason, and by nobody afterwards', async () => {
    const approval = await ask('sofia.rodriguez')
    expect(await decide('jdupont', 'reject', approval)).toMatchObject({
      status: 400,
      body: { error: { fields: [{ path: 'reason' }] } },
    })
    expect((await decide('jdupont', 'reject', approval, { reason })).body.state).toBe('rejected')
    const late = await decide('slegrand', 'approve', approval)
    expect(late).toMatchObject({ status: 409, body: { error: { reason: 'approval.state.rejected' } } })
  })

  it('is cancelled by its requester alone', async () => {
    const approval = await ask('josiane.bertrand')
    expect(await decide('khora', 'cancel', approval)).toMatchObject({
      status: 403,
      body: { error: { reason: 'approval.cancel_other' } },
    })
    expect((await decide('mmartin', 'cancel', approval)).body.state).toBe('cancelled')
  })

  it('is deferred within the policy, and stays open', async () => {
    const approval = await ask('camille.renard')
    const at = (hours: number) => new Date(clock.now().getTime() + hours * 3_600_000).toISOString()
    expect((await decide('jdupont', 'defer', approval, { until: at(30) })).status).toBe(400)
    expect((await decide('jdupont', 'defer', approval, { until: at(-1) })).status).toBe(400)
    expect((await decide('jdupont', 'defer', approval, { until: 'demain' })).status).toBe(400)
    const until = at(5)
    const deferred = await decide('jdupont', 'defer', approval, { until })
    expect(deferred).toMatchObject({ status: 200, body: { state: 'pending', deferredUntil: until } })
    expect((await decide('slegrand', 'approve', approval)).body.state).toBe('approved')
  })

  it.each([
    ['no digest', {}],
    ['a digest that is none', { digest: 'abc' }],
    ['an upper-case digest', { digest: 'A'.repeat(64) }],
    ['an unknown field', { digest: 'a'.repeat(64), level: 'L0' }],
  ])('takes no decision with %s', async (_name, body) => {
    const answer = await as('jdupont').send('POST', '/api/safeguard/APR-2026-000001/approve', body)
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'VALIDATION' } } })
  })

  it('is never decided by a GET', async () => {
    const { approvalId } = await ask('helene.caron')
    for (const verb of ['approve', 'reject', 'cancel', 'secret'])
      expect((await as('jdupont').get(`/api/safeguard/${approvalId}/${verb}`)).status).toBe(404)
  })
})

describe('a request on a privileged account', () => {
  it('takes the preview seen, a reason, proof of presence and two N3', async () => {
    const approval = await ask('adm-pmoreau')
    expect(approval).toMatchObject({ securityLevel: 'L4', requiredApprovals: 2, approverLevel: 'N3' })
    const whole = { reason, stepUp: { method: 'password', password: demoPassword } }
    const refused = async (login: string, body: object, name: string) =>
      expect((await decide(login, 'approve', approval, { ...body })).body).toMatchObject({
        error: { reason: name },
      })
    await refused('slegrand', whole, 'approval.level')
    await refused('abenali', whole, 'approval.preview_unseen')
    for (const login of ['abenali', 'pmoreau']) await decide(login, 'seen', approval)
    await refused('abenali', { stepUp: whole.stepUp }, 'approval.reason_missing')
    await refused('abenali', { reason }, 'approval.step_up_missing')
    expect((await decide('abenali', 'approve', approval, whole)).body.state).toBe('pending')
    await refused('abenali', whole, 'approval.twice')
    expect(writes()).toEqual([])
    expect((await decide('pmoreau', 'approve', approval, whole)).body.state).toBe('approved')
  })
})

describe('time', () => {
  it('ends a request that nobody decided', async () => {
    const approval = await ask('antoine.mercier')
    clock.forward(60 * 60_000)
    expect(await decide('jdupont', 'approve', approval)).toMatchObject({
      status: 409,
      body: { error: { reason: 'approval.expired' } },
    })
    expect(await stateOf(approval)).toBe('expired')
    const queue = ApprovalPage.parse((await as('jdupont').get('/api/safeguard/pending')).body)
    expect(queue.items.map(({ approvalId }) => approvalId)).not.toContain(approval.approvalId)
  })
})

/** What the executor says of itself; anybody with the secret of the Hub's processes could. */
const executorOf = ({ approvalId }: Approval): ActorAssertion => ({
  actor: { type: 'workflow', name: 'safeguard', runId: approvalId },
  locale: 'fr',
  approvalId,
})

describe('at the tool boundary, an approved request', () => {
  async function approved(login: string): Promise<Approval> {
    const approval = await ask(login)
    await decide('jdupont', 'approve', approval)
    return approval
  }

  it('runs nothing with another argument, target or tool, and is not used up by the attempt', async () => {
    const approval = await approved('valerie.blanc')
    const { arguments: args } = approval
    const attempts = [
      { name: 'ad_reset_password', arguments: { ...args, mustChangeAtNextLogon: false } },
      { name: 'ad_reset_password', arguments: { ...args, login: 'thomas.nguyen' } },
      { name: 'ad_reset_password', arguments: { ...args, login: 'adm-khora' } },
      { name: 'glpi_close_ticket', arguments: { ticketId: 1234, solution: 'fermé' } },
      { name: 'ad_unlock_account', arguments: { login: 'valerie.blanc' } },
    ]
    for (const attempt of attempts)
      expect(await callTool(hub, executorOf(approval), attempt)).toMatchObject({
        status: 'denied',
        code: 'CONFLICT',
      })
    expect(writes()).toEqual([])
    expect(await stateOf(approval)).toBe('approved')
    const real = { name: approval.toolName, arguments: args }
    expect(await callTool(hub, executorOf(approval), real)).toMatchObject({ status: 'ok' })
    expect(writes()).toHaveLength(1)
    expect(await callTool(hub, executorOf(approval), real)).toMatchObject({
      status: 'denied',
      reason: 'approval.state.executed',
    })
    expect(writes()).toHaveLength(1)
  })

  it('runs for nobody but the executor', async () => {
    const approval = await approved('elodie.lambert')
    const call = { name: approval.toolName, arguments: approval.arguments }
    const row = await hub.db.user.findUniqueOrThrow({ where: { login: 'khora' } })
    const user = {
      type: 'user',
      userId: row.id,
      login: 'khora',
      displayName: 'K',
      accreditation: 'N4',
    } as const
    const others: ActorAssertion['actor'][] = [
      user,
      { type: 'workflow', name: 'support', runId: 'r' },
      { type: 'mcp-client', clientId: 'c', name: 'c', accreditation: 'N4' },
    ]
    for (const actor of others)
      expect(
        await callTool(hub, { actor, locale: 'fr', approvalId: approval.approvalId }, call),
      ).toMatchObject({ status: 'denied', code: 'FORBIDDEN' })
    expect(writes()).toEqual([])
    expect(await stateOf(approval)).toBe('approved')
  })

  it('runs nothing under another policy', async () => {
    const approval = await approved('rachid.amrani')
    const strict = await startMcpServer(
      { ...hub.env, SAFEGUARD_POLICY_FILE: strictPolicyFile(), LOG_LEVEL: 'silent' },
      { bus: hub.bus, clock },
    )
    const call = { name: approval.toolName, arguments: approval.arguments }
    const answer = await callTool({ ...hub, mcpUrl: strict.url }, executorOf(approval), call)
    await strict.close()
    expect(answer).toMatchObject({ status: 'denied', reason: 'approval.policy_changed' })
    expect(writes()).toEqual([])
    expect(await stateOf(approval)).toBe('approved')
  })

  it('runs nothing on an account that has become privileged since', async () => {
    const approval = await approved('philippe.garnier')
    await hub.estate.directory.control.setAttributes('philippe.garnier', { adminCount: ['1'] })
    const call = { name: approval.toolName, arguments: approval.arguments }
    expect(await callTool(hub, executorOf(approval), call)).toMatchObject({
      status: 'denied',
      reason: 'approval.level_changed',
    })
    expect(writes()).toEqual([])
  })
})

it('has written all of that in an intact chain', async () => {
  expect(await verifyAudit(hub.db)).toMatchObject({ isIntact: true })
})

function strictPolicyFile(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'hub-policy-')), 'policy.yaml')
  const terms = (approver: string, approvals: number) =>
    `{approvals: ${approvals}, approver: ${approver}, expiresInMinutes: 5, maxDeferralHours: 0, reasonRequired: true, stepUp: true, previewSeen: true}`
  writeFileSync(file, `version: 1\nlevels: {L3: ${terms('N3', 1)}, L4: ${terms('N3', 2)}}\nrules: []\n`)
  return file
}
