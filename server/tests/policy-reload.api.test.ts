import type { ActorAssertion, Approval, PolicyInForce } from '@hub/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, signIn } from './harness/api-client.ts'
import { actorOf, askReset, callTool } from './harness/call-tool.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { policyInForce, policyOf, replacePolicy, wholeWeek } from './harness/policy-file.ts'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

const ticketOfTheClinic = 5678
const vipOfMusic = '{ name: music, when: { clients: [ehpad music art] }, terms: { approver: N3 } }'
const notPerrin =
  '{ name: no unlock of Perrin, when: { tools: [ad_unlock_account], arguments: { login: lucas.perrin } }, refuse: true }'

const clock = createMovableClock()
let hub: TestHub
const people: Record<string, ApiClient> = {}
beforeAll(async () => {
  hub = await startTestHub({ withoutWorkflows: true, clock })
  for (const login of ['mmartin', 'jdupont']) people[login] = await signIn(hub, login)
})
afterAll(() => hub?.close())

const as = (login: string): ApiClient => {
  const client = people[login]
  if (!client) throw new Error(`${login} is not signed in`)
  return client
}
const inForce = () => policyInForce(as('jdupont'))
const replaceFile = (text: string, until: (policy: PolicyInForce) => boolean) =>
  replacePolicy(hub, as('jdupont'), { text, until })
const unlock = async (login: string) =>
  callTool(
    hub,
    { actor: await actorOf(hub, 'jdupont'), locale: 'fr' },
    { name: 'ad_unlock_account', arguments: { login } },
  )
async function approved(login: string): Promise<Approval> {
  const asked = await askReset(hub, { login, by: 'mmartin', reader: as('jdupont') })
  const path = `/api/safeguard/${asked.approvalId}/approve`
  const answer = await as('jdupont').send('POST', path, { digest: asked.digest })
  expect(answer.body.state).toBe('approved')
  return asked
}
/** Carries a request out as the executor does. */
function execute({ approvalId, toolName: name, arguments: args }: Approval) {
  const executor: ActorAssertion = {
    actor: { type: 'workflow', name: 'safeguard', runId: approvalId },
    locale: 'fr',
    approvalId,
  }
  return callTool(hub, executor, { name, arguments: args })
}

describe('a policy that changes while the Hub runs', () => {
  it('is in force at once, tells what it refuses, and outdates what was approved under the old one', async () => {
    const asked = await approved('yann.legoff')
    const old = await inForce()
    const now = await replaceFile(policyOf(vipOfMusic, notPerrin), ({ version }) => version !== old.version)
    expect(now.versions.map(({ version }) => version)).toEqual([now.version, old.version])

    expect(await unlock('lucas.perrin')).toMatchObject({
      status: 'denied',
      reason: 'policy.refused',
    })
    const record = await hub.db.toolExecution.findFirstOrThrow({ orderBy: { rank: 'desc' } })
    expect(record).toMatchObject({
      status: 'denied',
      target: { system: 'ad', name: expect.stringContaining('lucas.perrin') },
      summary: {
        fr: 'La politique refuse cette action, quel que soit l’accord : « no unlock of Perrin ».',
        en: 'The policy refuses this action, whoever agrees: "no unlock of Perrin"',
      },
    })

    const explanation = await as('mmartin').get(`/api/safeguard/${asked.approvalId}/explanation`)
    expect(explanation.body).toMatchObject({ isOutdated: true, policyVersion: old.version })
    hub.estate.directory.control.clearWrites()
    expect(await execute(asked)).toMatchObject({ status: 'denied', reason: 'approval.policy_changed' })
    expect(hub.estate.directory.control.writes()).toEqual([])
  })

  it('weighs the client of the ticket too', async () => {
    const ask = async (ticketId?: number) =>
      (
        await askReset(hub, {
          login: 'jean.dupont',
          by: 'mmartin',
          reader: as('jdupont'),
          ...(ticketId && { ticketId }),
        })
      ).approverLevel
    const ofTheClinic = policyOf(
      '{ name: clinic, when: { clients: [clinique saint-jean] }, terms: { approver: N4 } }',
    )
    const { version } = await inForce()
    await replaceFile(ofTheClinic, (policy) => policy.version !== version)
    expect(await ask()).toBe('N2')
    expect(await ask(ticketOfTheClinic)).toBe('N4')
  })

  it('stays when the file is bad, and says where', async () => {
    const before = await inForce()
    const bad = await replaceFile(
      `${policyOf(vipOfMusic)}\n  - { name: x }\n`,
      ({ problem }) => problem !== null,
    )
    expect(bad).toMatchObject({
      version: before.version,
      problem: { message: expect.stringMatching(/^line 5: rules\.1\.when: /), since: expect.any(String) },
    })
    const good = await replaceFile(policyOf(vipOfMusic), ({ problem }) => problem === null)
    expect(good.version).not.toBe(before.version)
  })
})

describe('what was approved', () => {
  it('does not run on somebody who has become a VIP since', async () => {
    const asked = await approved('philippe.garnier')
    await hub.estate.directory.control.setAttributes('philippe.garnier', { employeeType: ['VIP'] })
    hub.estate.directory.control.clearWrites()
    expect(await execute(asked)).toMatchObject({ status: 'denied', reason: 'approval.terms_changed' })
    expect(hub.estate.directory.control.writes()).toEqual([])
  })

  it('was asked in working hours and runs outside of them, as a deferred action does', async () => {
    const at = (minutes: number) =>
      new Date(clock.now().getTime() + minutes * 60_000).toISOString().slice(11, 16)
    const { version } = await inForce()
    const hours = `workingHours: { timeZone: UTC, days: [1, 2, 3, 4, 5, 6, 7], from: "${at(-60)}", to: "${at(3)}" }`
    const late = '{ name: late, when: { outsideWorkingHours: true }, raiseTo: L4 }'
    await replaceFile(policyOf(late).replace(wholeWeek, hours), (policy) => policy.version !== version)
    const asked = await approved('valerie.blanc')
    clock.forward(5 * 60_000)
    expect(await execute(asked)).toMatchObject({ status: 'ok' })
    const again = await askReset(hub, { login: 'valerie.blanc', by: 'mmartin', reader: as('jdupont') })
    expect(again.securityLevel).toBe('L4')
  })
})
