import { DryRunResult, PolicyExplanation } from '@hub/contracts'
import { parsePolicy } from '@hub/safeguard'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, request, signIn } from './harness/api-client.ts'
import { actorOf, askReset, callTool } from './harness/call-tool.ts'
import { policyInForce, policyOf } from './harness/policy-file.ts'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

let hub: TestHub
const people: Record<string, ApiClient> = {}
beforeAll(async () => {
  hub = await startTestHub({ withoutWorkflows: true })
  for (const login of ['mmartin', 'jdupont', 'abenali']) people[login] = await signIn(hub, login)
})
afterAll(() => hub?.close())

const as = (login: string): ApiClient => {
  const client = people[login]
  if (!client) throw new Error(`${login} is not signed in`)
  return client
}
const inForce = () => policyInForce(as('jdupont'))
const unlock = async (by: string, login: string) =>
  callTool(
    hub,
    { actor: await actorOf(hub, by), locale: 'fr' },
    { name: 'ad_unlock_account', arguments: { login } },
  )
describe('the policy in force', () => {
  it('is for people from N2, and is a file that gives the same policy again', async () => {
    expect((await as('mmartin').get('/api/safeguard/policy')).status).toBe(403)
    expect((await request(hub, '/api/safeguard/policy')).status).toBe(401)
    const policy = await inForce()
    expect(policy).toMatchObject({ problem: null, versions: [{ version: policy.version }] })
    expect(policy.policy.rules.map(({ name }) => name)).toContain('access of a privileged account')
    expect(parsePolicy(policy.text)).toEqual({ policy: policy.policy, version: policy.version })
  })
})

describe('explaining a call that nobody makes', () => {
  const explain = (login: string, body: unknown) =>
    as(login).send('POST', '/api/safeguard/policy/explain', body)

  it('is for N3, and says why', async () => {
    const call = { toolName: 'ad_reset_password', arguments: { login: 'x' }, target: { privileged: true } }
    expect((await explain('jdupont', call)).status).toBe(403)
    const explained = PolicyExplanation.parse((await explain('abenali', call)).body)
    expect(explained).toMatchObject({ baseLevel: 'L3', level: 'L4', outcome: 'approval', isOutdated: false })
    expect(explained.sentence.fr).toContain('Accès d’un compte privilégié')
    expect(explained.rules.filter(({ matched }) => matched)).toHaveLength(1)
    expect(await hub.db.toolExecution.count()).toBe(0)
  })

  it('knows what the tool takes for granted', async () => {
    const call = { toolName: 'glpi_add_followup', arguments: { isPrivate: false }, target: {} }
    expect((await explain('abenali', call)).body).toMatchObject({ baseLevel: 'L2', level: 'L3' })
    expect((await explain('abenali', { ...call, arguments: {} })).body).toMatchObject({ level: 'L2' })
  })

  it.each([
    ['no tool', { toolName: 'ad_fly' }, 'toolName'],
    ['a tool that reads', { toolName: 'ad_check_user' }, 'toolName'],
    ['an argument it does not have', { arguments: { colour: 'red' } }, 'arguments.colour'],
    ['an argument of another type', { arguments: { unlock: 'yes' } }, 'arguments.unlock'],
    ['a fact that its targets do not have', { target: { priviledged: true } }, 'target.priviledged'],
    ['no instant', { at: 'tomorrow' }, 'at'],
  ])('refuses %s', async (_name, change, path) => {
    const call = { toolName: 'ad_reset_password', arguments: {}, target: {}, ...change }
    expect(await explain('abenali', call)).toMatchObject({
      status: 400,
      body: { error: { code: 'VALIDATION', fields: [{ path }] } },
    })
  })
})

describe('why a request was made', () => {
  it('is kept with the request', async () => {
    const { approvalId, policyVersion } = await askReset(hub, {
      login: 'adm-pmoreau',
      by: 'mmartin',
      reader: as('jdupont'),
    })
    const answer = await as('mmartin').get(`/api/safeguard/${approvalId}/explanation`)
    const explained = PolicyExplanation.parse(answer.body)
    expect(explained).toMatchObject({
      policyVersion,
      isOutdated: false,
      level: 'L4',
      terms: { approvals: 2, approver: 'N3' },
    })
    expect(explained.rules.flatMap(({ conditions }) => conditions)).toContainEqual({
      fact: 'target.privileged',
      expected: 'true',
      actual: 'true',
      met: true,
    })
  })

  it('is not there for a request that is none, or older', async () => {
    expect(await as('mmartin').get('/api/safeguard/APR-2026-999999/explanation')).toMatchObject({
      status: 404,
      body: { error: { reason: 'approval.not_found' } },
    })
    const { approvalId } = await askReset(hub, {
      login: 'rachid.amrani',
      by: 'mmartin',
      reader: as('jdupont'),
    })
    const unweigh = () => hub.db.$executeRaw`UPDATE approvals SET weighing = NULL WHERE id = ${approvalId}`
    await expect(unweigh()).rejects.toThrow('what was asked cannot change')
    await hub.db.$executeRaw`ALTER TABLE approvals DISABLE TRIGGER USER`
    await unweigh()
    await hub.db.$executeRaw`ALTER TABLE approvals ENABLE TRIGGER USER`
    expect(await as('mmartin').get(`/api/safeguard/${approvalId}/explanation`)).toMatchObject({
      status: 404,
      body: { error: { reason: 'policy.no_explanation' } },
    })
  })
})

describe('trying a changed policy', () => {
  const dryRun = (body: unknown, login = 'abenali') =>
    as(login).send('POST', '/api/safeguard/policy/dry-run', body)

  it('names every wrong line', async () => {
    const text =
      'version: 1\nrules:\n  - name: a\n    when: { tools: [ad_fly] }\n    raiseTo: L4\n  - name: a\n    when: {}\n    refuse: true\n'
    expect((await dryRun({ text }, 'jdupont')).status).toBe(403)
    expect(await dryRun({ text })).toMatchObject({
      status: 400,
      body: {
        error: {
          reason: 'policy.text',
          message: expect.stringContaining('ligne 4'),
          fields: [
            { path: 'text', message: 'line 4: rules.0.when.tools.0: there is no tool ad_fly' },
            { path: 'text', message: 'line 6: rules.1.name: is the name of another rule' },
          ],
        },
      },
    })
  })

  it('says what would have gone another way, and changes nothing', async () => {
    await hub.estate.directory.control.lock('olivier.faure')
    expect(await unlock('jdupont', 'olivier.faure')).toMatchObject({ status: 'ok' })
    expect(await unlock('jdupont', 'lucas.perrin')).toMatchObject({ status: 'ok' })
    await askReset(hub, { login: 'sofia.rodriguez', by: 'mmartin', reader: as('jdupont') })
    const before = await inForce()
    const rows = await hub.db.approval.count()
    const text = policyOf(
      '{ name: music, when: { clients: [ehpad music art] }, raiseTo: L4 }',
      '{ name: not Rodriguez, when: { arguments: { login: sofia.rodriguez } }, refuse: true }',
    )
    const result = DryRunResult.parse((await dryRun({ text })).body)
    expect(result).toMatchObject({ looked: rows + 2, limited: false, version: parsePolicy(text).version })
    expect(result.counts).toMatchObject({ stricter: 2, looser: 0, same: rows })
    expect(result.changes).toEqual([
      expect.objectContaining({
        kind: 'approval',
        targetName: expect.stringContaining('Rodriguez'),
        before: expect.objectContaining({ level: 'L3', outcome: 'approval' }),
        after: { level: 'L3', outcome: 'refused', terms: null },
        change: 'stricter',
        rules: ['not Rodriguez'],
      }),
      expect.objectContaining({
        kind: 'execution',
        toolName: 'ad_unlock_account',
        before: { level: 'L2', outcome: 'allowed', terms: null },
        after: expect.objectContaining({ level: 'L4', outcome: 'approval' }),
        rules: expect.arrayContaining(['music']),
      }),
    ])
    expect(await inForce()).toEqual(before)
  })

  it('calls looser what asks less of anything', async () => {
    const terms = (approver: string, more = '') =>
      `{approvals: 2, approver: ${approver}, expiresInMinutes: 90, maxDeferralHours: 1, reasonRequired: true, stepUp: true, previewSeen: true${more}}`
    const text = `${policyOf().replace('rules:', '')}\nlevels: {L3: ${terms('N3')}, L4: ${terms('N4')}}\n`
    const { counts, looked } = DryRunResult.parse((await dryRun({ text })).body)
    // requests live 90 minutes instead of 60 or 30; calls without a request stay as they are
    expect(counts).toEqual({ same: 2, stricter: 0, looser: looked - 2 })
  })

  it('looks no further back than asked', async () => {
    const id = (await hub.db.approval.findFirstOrThrow({ orderBy: { number: 'asc' } })).id
    const looked = async (days: number) =>
      DryRunResult.parse((await dryRun({ text: policyOf('{ name: a, when: {}, raiseTo: L4 }'), days })).body)
        .looked
    const all = await looked(30)
    await hub.db.$executeRaw`ALTER TABLE approvals DISABLE TRIGGER USER`
    await hub.db.$executeRaw`UPDATE approvals SET created_at = now() - interval '3 days' WHERE id = ${id}`
    await hub.db.$executeRaw`ALTER TABLE approvals ENABLE TRIGGER USER`
    expect(await looked(2)).toBe(all - 1)
    expect(await looked(4)).toBe(all)
  })
})
