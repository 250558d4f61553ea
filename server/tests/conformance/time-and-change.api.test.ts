import { Actor, type Approval } from '@hub/contracts'
import { verifyAudit } from '@hub/safeguard'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { actorOf, callTool } from '../harness/call-tool.ts'
import { policyInForce, policyOf, replacePolicy } from '../harness/policy-file.ts'
import { type Lab, startLab } from './lab.ts'
import { ask, type Path, paths } from './paths.ts'

const timeout = 60_000
const minuteMs = 60_000
let lab: Lab
beforeAll(async () => {
  lab = await startLab()
}, 120_000)
afterEach(() => lab.clear())
afterAll(() => lab?.close())

const refused = (status: number, name: string) => ({ status, body: { error: { reason: name } } })

/** Carries a request out as the executor does. */
function execute({ approvalId, toolName: name, arguments: args }: Approval) {
  const actor = { type: 'workflow' as const, name: 'safeguard', runId: approvalId }
  return callTool(lab.hub, { actor, locale: 'fr', approvalId }, { name, arguments: args })
}

async function replaceRules(...rules: string[]): Promise<void> {
  const reader = lab.as('jdupont')
  const { version } = await policyInForce(reader)
  await replacePolicy(lab.hub, reader, {
    text: policyOf(...rules),
    until: (policy) => policy.version !== version,
  })
}

/** Tries to run what was approved: at once, and by executors; it must not have run. */
async function assertNeverRuns(approval: Approval, because: string): Promise<void> {
  expect(await execute(approval)).toMatchObject({ status: 'denied', reason: because })
  await lab.settle()
  expect(await lab.read(approval.approvalId)).toMatchObject({
    state: expect.stringMatching(/failed|expired/),
  })
  expect(lab.resets()).toBe(0)
}

describe.each(paths)('asked over %s', { timeout }, (path: Path) => {
  it('clock moved: forward it denies, back it revives nothing', async () => {
    const [late, old] = [
      (await ask(lab, path, { login: 'jean.dupont' })).approval,
      (await ask(lab, path, { login: 'marie.martin' })).approval,
    ]
    expect((await lab.approve('jdupont', old)).status).toBe(200)
    lab.clock.forward(61 * minuteMs)
    expect(await lab.approve('jdupont', late)).toMatchObject(refused(409, 'approval.expired'))
    expect(await execute(old)).toMatchObject({ status: 'denied', reason: 'approval.too_old' })
    lab.clock.forward(-61 * minuteMs)
    expect(await lab.approve('jdupont', late)).toMatchObject(refused(409, 'approval.state.expired'))
    lab.clock.forward(-61 * minuteMs)
    expect(await execute(old)).toMatchObject({ status: 'denied', reason: 'approval.too_old' })
    expect(await lab.approve('slegrand', late)).toMatchObject(refused(409, 'approval.state.expired'))
    lab.clock.forward(122 * minuteMs)
    await lab.settle()
    lab.clock.forward(-61 * minuteMs)
    for (const approval of [late, old]) expect((await lab.read(approval.approvalId)).state).toBe('expired')
    expect(lab.resets()).toBe(0)
  })

  it('clock moved: the clock of the database and that of the process may differ', async () => {
    const aheadMs = 7 * 24 * 60 * minuteMs
    lab.clock.forward(-aheadMs)
    const [early] = [(await ask(lab, 'workflow', { login: 'lucas.perrin' })).approval]
    expect(
      await lab.hub.db
        .$queryRaw`SELECT now() - created_at > interval '6 days' AS far FROM approvals WHERE id = ${early.approvalId}`,
    ).toEqual([{ far: true }])
    lab.clock.forward(59 * minuteMs)
    expect((await lab.approve('jdupont', early)).body).toMatchObject({ state: 'approved' })
    expect(await execute(early)).toMatchObject({ status: 'ok' })
    expect(lab.resets()).toBe(1)
    lab.clock.forward(aheadMs - 59 * minuteMs)
    const { approval } = await ask(lab, path, { login: 'lucas.perrin' })
    expect(await execute(approval)).toMatchObject({ status: 'denied', reason: 'approval.not_approved' })
    expect(lab.resets()).toBe(1)
  })

  it('policy changed between decision and execution: the old yes does not run', async () => {
    const { approval } = await ask(lab, path, { login: 'sandrine.gomez' })
    expect((await lab.approve('jdupont', approval)).status).toBe(200)
    await replaceRules(`{ name: rule of ${path}, when: { clients: [nobody] }, terms: { approver: N4 } }`)
    await assertNeverRuns(approval, 'approval.policy_changed')
  })

  it('policy changed between decision and execution: another process that has not seen it yet runs nothing', async () => {
    const { approval } = await ask(lab, path, { login: 'thomas.nguyen' })
    expect((await lab.approve('jdupont', approval)).status).toBe(200)
    const before = await lab.hub.db.policyState.findUniqueOrThrow({ where: { id: 1 } })
    const seenElsewhere = { where: { id: 1 }, data: { version: 'f'.repeat(16) } }
    await lab.hub.db.policyVersion.upsert({
      where: { version: seenElsewhere.data.version },
      create: {
        ...(await lab.hub.db.policyVersion.findFirstOrThrow()),
        version: seenElsewhere.data.version,
        policy: (await policyInForce(lab.as('jdupont'))).policy,
      },
      update: {},
    })
    await lab.hub.db.policyState.update(seenElsewhere)
    expect(await execute(approval)).toMatchObject({ status: 'denied', reason: 'approval.policy_changed' })
    expect(lab.resets()).toBe(0)
    await lab.hub.db.policyState.update({ where: { id: 1 }, data: { version: before.version } })
    await lab.settle()
    expect(lab.resets()).toBe(1)
  })

  it('target changed between preview and execution: more sensitive, it does not run', async () => {
    const { approval } = await ask(lab, path, { login: 'valerie.blanc' })
    expect((await lab.approve('jdupont', approval)).status).toBe(200)
    const { control } = lab.hub.estate.directory
    await control.setAttributes('valerie.blanc', { employeeType: ['VIP'] })
    try {
      await assertNeverRuns(approval, 'approval.terms_changed')
    } finally {
      await control.setAttributes('valerie.blanc', { employeeType: [] })
    }
  })

  it('target changed between preview and execution: another thing of the same name does not get it', async () => {
    const { approval } = await ask(lab, path, { login: 'philippe.garnier' })
    expect((await lab.approve('jdupont', approval)).status).toBe(200)
    const { control } = lab.hub.estate.directory
    const swap = async (from: string, to: string) => control.setAttributes(from, { sAMAccountName: [to] })
    await swap('philippe.garnier', 'old.garnier')
    await swap('laurence.petit', 'philippe.garnier')
    try {
      await assertNeverRuns(approval, 'approval.digest')
    } finally {
      await swap('philippe.garnier', 'laurence.petit')
      await swap('old.garnier', 'philippe.garnier')
    }
  })
})

describe('somebody whose rights changed', { timeout }, () => {
  it('decides nothing with a session from before, in the gate itself', async () => {
    const { approval } = await ask(lab, 'chat', { login: 'yann.legoff' })
    const { id, accreditation } = await lab.hub.db.user.findUniqueOrThrow({ where: { login: 'slegrand' } })
    const user = (data: object) => lab.hub.db.user.update({ where: { id }, data })
    await user({ accreditation: 'N1' })
    expect((await lab.approve('slegrand', approval)).status).toBe(403)
    await user({ accreditation, isActive: false })
    expect([401, 403]).toContain((await lab.approve('slegrand', approval)).status)
    await user({ isActive: true })
    expect((await lab.read(approval.approvalId)).decisions).toEqual([])
  })

  it('still cannot be the requester who decides, over an outside key of theirs', async () => {
    const owner = await actorOf(lab.hub, 'abenali')
    const client = { type: 'mcp-client', clientId: 'api-key', name: 'MCP', accreditation: 'N2' } as const
    const actor = Actor.parse({ ...client, owner: { userId: owner.userId, displayName: owner.displayName } })
    const call = { name: 'ad_reset_password', arguments: { login: 'antoine.mercier' } }
    const answer = await callTool(lab.hub, { actor, locale: 'fr' }, call)
    const id = ('outcome' in answer && answer.outcome.approval?.approvalId) || ''
    expect(await lab.approve('abenali', await lab.read(id))).toMatchObject(refused(403, 'approval.self'))
  })
})

it('has written all of that in an intact chain', async () => {
  expect(await verifyAudit(lab.hub.db)).toMatchObject({ isIntact: true })
})
