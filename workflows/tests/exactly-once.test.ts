import { setTimeout as wait } from 'node:timers/promises'
import { mcpTools } from '@hub/kernel'
import { readApproval } from '@hub/safeguard'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { ahead, type Lab, startLab } from './harness/start-lab.ts'

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
beforeEach(() => {
  lab.estate.directory.control.clearFaults()
  lab.estate.directory.control.clearWrites()
  lab.estate.glpi.clearFaults()
})
afterEach(() => lab.endParts())
afterAll(() => lab?.close())

const ended = ['executed', 'failed', 'unknown', 'expired']
const fault = (given: Parameters<Lab['estate']['directory']['control']['fault']>[0]) =>
  lab.estate.directory.control.fault(given)

/** Asks, says yes and waits for the end. */
async function runReset(login: string): Promise<string> {
  const id = await lab.askReset(login)
  await lab.approve(id)
  return lab.untilState(id, ...ended)
}

function followupsOf(id: string): number {
  return lab.estate.glpi.rows('ITILFollowup').filter(({ content }) => String(content).includes(id)).length
}

function passwordFacts(login: string) {
  const { pwdLastSet, whenChanged, lockoutTime } = lab.estate.directory.control.find(login)?.attributes ?? {}
  return { pwdLastSet, whenChanged, lockoutTime }
}

describe('a directory in trouble', () => {
  beforeEach(async () => {
    await lab.startMcp()
    await lab.startExecutor()
  })

  it('is executed when only the answer was lost', async () => {
    fault({ kind: 'drop', when: 'after', operation: 'modify' })
    expect(await runReset('marie.martin')).toBe('executed')
    expect(lab.changes()).toBe(1)
  })

  it.each([
    ['busy', 'david.marchand', { kind: 'busy', operation: 'modify' }],
    ['stopping', 'bruno.teyssier', { kind: 'unavailable', operation: 'modify' }],
  ] as const)('has failed and changed nothing when it was %s', async (_what, login, given) => {
    const before = passwordFacts(login)
    fault(given)
    expect(await runReset(login)).toBe('failed')
    await wait(200)
    expect(passwordFacts(login)).toEqual(before)
    expect(lab.changes()).toBe(0)
  })

  it('is unknown when the connection broke, and settled by itself once nothing can land', async () => {
    fault({ kind: 'drop', when: 'before', operation: 'modify' })
    const id = await lab.askReset('helene.caron', 1234)
    await lab.approve(id)
    expect(await lab.untilState(id, ...ended)).toBe('unknown')
    await expect.poll(() => followupsOf(id), { timeout: 15_000 }).toBe(1)
    await lab.startMcp({ another: true, clock: ahead(5 * 60_000) })
    expect(await lab.untilState(id, 'failed', 'executed')).toBe('failed')
    await expect.poll(() => followupsOf(id), { timeout: 15_000 }).toBe(2)
    expect(lab.changes()).toBe(0)
  }, 45_000)

  it('is not called failed while the change may still land', async () => {
    fault({ kind: 'delay', ms: 12_000, operation: 'modify' })
    const state = await runReset('sandrine.gomez')
    expect(['unknown', 'executed']).toContain(state)
    await expect.poll(() => lab.changes(), { timeout: 10_000 }).toBe(1)
  }, 45_000)

  it('does not hold back another request', async () => {
    const slow = await lab.askReset('laurence.petit')
    const quick = await lab.askReset('valerie.blanc')
    fault({ kind: 'delay', ms: 6_000, operation: 'modify' })
    await lab.approve(slow)
    await lab.untilState(slow, 'executing')
    await wait(300)
    await lab.approve(quick)
    expect(await lab.untilState(quick, ...ended)).toBe('executed')
    expect(await lab.stateOf(slow)).toBe('executing')
    expect(await lab.untilState(slow, ...ended)).toBe('executed')
  }, 45_000)
})

it('finishes what has begun when its caller leaves', async () => {
  const mcp = await lab.startMcp()
  const id = await lab.askReset('philippe.garnier')
  await lab.approve(id)
  fault({ kind: 'delay', ms: 2_500, operation: 'modify' })
  const open = mcpTools({ url: mcp.url, assertionSecret: String(lab.env.MCP_ASSERTION_SECRET) })
  const actor = { type: 'workflow', name: 'safeguard', runId: id } as const
  const session = await open({ actor, locale: 'fr', approvalId: id })
  const controller = new AbortController()
  const { toolName, arguments: args } = await readApproval(lab.db, id)
  const call = session.call({ name: toolName, arguments: args, callId: 'x', signal: controller.signal })
  const left = expect(call).rejects.toThrow()
  await lab.untilState(id, 'executing')
  await wait(500)
  controller.abort(new Error('left'))
  await left
  await session.close()
  expect(await lab.untilState(id, ...ended)).toBe('executed')
  expect(lab.changes()).toBe(1)
})

it('has one effect and one followup with two executors and two tool servers', async () => {
  const [one, two] = [await lab.startMcp(), await lab.startMcp({ another: true })]
  const ids: string[] = []
  for (const login of ['aurelie.sanchez', 'maxime.brun', 'patricia.olivier', 'anne-sophie.vidal'])
    ids.push(await lab.askReset(login, 1234))
  await Promise.all([one, two].map(({ url }) => lab.startExecutor({ mcpUrl: url })))
  // slow enough that both executors come to each followup before one has written it
  lab.estate.glpi.failNext({ kind: 'delay', delayMs: 400, count: 40, path: '/ITILFollowup' })
  await Promise.all(ids.map((id) => lab.approve(id)))
  for (const id of ids) expect(await lab.untilState(id, ...ended)).toBe('executed')
  expect(lab.changes()).toBe(4)
  await vi.waitUntil(
    async () => (await lab.db.approval.count({ where: { reportedAt: null, id: { in: ids } } })) === 0,
    {
      timeout: 15_000,
    },
  )
  expect(ids.map(followupsOf)).toEqual([1, 1, 1, 1])
}, 45_000)

it('gives a silent execution to exactly one process', async () => {
  const first = await lab.startMcp()
  const id = await lab.askReset('nadia.cherif')
  await lab.approve(id)
  await first.close()
  const longAgo = new Date(Date.now() - 61_000)
  await lab.db.approval.update({
    where: { id },
    data: { state: 'executing', executingAt: longAgo, aliveAt: longAgo },
  })
  await Promise.all([lab.startMcp(), lab.startMcp({ another: true }), lab.startMcp({ another: true })])
  expect(await lab.untilState(id, ...ended)).not.toBe('executed')
  await wait(300)
  const actions = await lab.db.userAuditLog.findMany({ where: { subjectId: id }, select: { action: true } })
  expect(actions.filter(({ action }) => /failed|unknown|executed/.test(action))).toHaveLength(1)
  expect(lab.changes()).toBe(0)
})

it('lets an approval that nothing could start in time expire, and never runs it', async () => {
  const mcp = await lab.startMcp()
  const id = await lab.askReset('melanie.castel')
  await lab.approve(id)
  await mcp.close()
  const late = ahead(16 * 60_000)
  const executor = await lab.startExecutor({ clock: late })
  expect(await lab.untilState(id, ...ended)).toBe('expired')
  await executor.close()
  const second = await lab.startMcp()
  const other = await lab.askReset('camille.renard')
  await lab.approve(other)
  await second.close()
  await lab.startMcp({ clock: late })
  await lab.startExecutor()
  expect(await lab.untilState(other, ...ended)).toBe('failed')
  expect(lab.changes()).toBe(0)
})

it('writes the followup once though the executor is killed before it could note it', async () => {
  await lab.startMcp()
  const id = await lab.askReset('rachid.amrani', 1234)
  await lab.approve(id)
  const executor = await lab.spawnExecutor()
  await lab.untilState(id, ...ended)
  await vi.waitUntil(() => followupsOf(id) > 0, { timeout: 20_000, interval: 1 })
  await executor.kill()
  expect(await lab.db.approval.findUnique({ where: { id } })).toMatchObject({ reportedAt: null })
  await lab.startExecutor({ clock: ahead(121_000) })
  await expect
    .poll(async () => (await readApproval(lab.db, id)).reportedAt, { timeout: 15_000 })
    .not.toBeNull()
  expect(followupsOf(id)).toBe(1)
}, 45_000)
