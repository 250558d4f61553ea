import { setTimeout as wait } from 'node:timers/promises'
import { createLogger, createMemoryBus, systemClock } from '@hub/kernel'
import { readApproval, revealSecret, verifyAudit } from '@hub/safeguard'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { ahead, approver, type Lab, startLab } from './harness/start-lab.ts'

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
afterEach(() => lab.endParts())
afterAll(() => lab?.close())

const deadProcess = ahead(61_000)

async function reveal(id: string): Promise<string> {
  const log = createLogger({ name: 'test' }, { write: () => undefined })
  const gate = { db: lab.db, bus: createMemoryBus(log), log, clock: systemClock }
  const key = String(lab.env.HUB_ENCRYPTION_KEY)
  return revealSecret(gate, { approvalId: id, actor: approver, key })
}

it('keeps a pending request, its countdown and its digest when the tool server is killed', async () => {
  const mcp = await lab.spawnMcp()
  const id = await lab.askReset('jean.dupont')
  const before = await readApproval(lab.db, id)
  await mcp.kill()
  await lab.spawnMcp()
  expect(await lab.askReset('jean.dupont')).toBe(id)
  expect(await readApproval(lab.db, id)).toEqual(before)
  expect(lab.changes()).toBe(0)
})

it('runs what was approved while the tool server was down, when it is back', async () => {
  const id = 'APR-2026-000001'
  await lab.startExecutor()
  await lab.approve(id)
  await wait(1_000)
  expect(await lab.stateOf(id)).toBe('approved')
  await lab.spawnMcp()
  expect(await lab.untilState(id, 'executed', 'failed', 'unknown')).toBe('executed')
  expect(lab.changes()).toBe(1)
})

/** Lets the effect happen, and holds the process back right after it so that a kill lands before its record. */
async function untilChanged(): Promise<void> {
  const { control } = lab.estate.directory
  await vi.waitUntil(() => lab.changes() > 0, { timeout: 20_000, interval: 1 })
  control.fault({ kind: 'delay', ms: 3_000, operation: 'bind' })
  control.fault({ kind: 'delay', ms: 3_000, operation: 'search' })
}

it('knows after a kill in the middle of the effect that it happened, and still shows the password', async () => {
  const mcp = await lab.spawnMcp()
  await lab.startExecutor()
  const id = await lab.askReset('thomas.nguyen')
  lab.estate.directory.control.clearWrites()
  await Promise.all([untilChanged(), lab.approve(id)])
  await mcp.kill()
  lab.estate.directory.control.clearFaults()
  expect(await lab.stateOf(id)).toBe('executing')
  await lab.startMcp({ clock: deadProcess })
  expect(await lab.untilState(id, 'executed', 'failed', 'unknown')).toBe('executed')
  const password = await reveal(id)
  expect(await lab.estate.directory.control.passwordMatches('thomas.nguyen', password)).toBe(true)
  expect(lab.changes()).toBe(1)
  const records = await lab.db.toolExecution.findMany({ where: { approvalId: id } })
  expect(records.map(({ status }) => status).sort()).toEqual(['approval_required', 'ok'])
}, 60_000)

it.each<[string, string, (id: string) => Promise<unknown>]>([
  ['after the yes', 'josiane.bertrand', () => wait(30)],
  ['when it begins', 'rachid.amrani', (id) => lab.untilState(id, 'executing', 'executed')],
  ['with the password made', 'camille.renard', (id) => untilSealed(id)],
])(
  'ends truthfully and never acts twice when the process is killed %s',
  async (_when, login, instant) => {
    const mcp = await lab.spawnMcp()
    const executor = await lab.startExecutor()
    const id = await lab.askReset(login)
    lab.estate.directory.control.clearWrites()
    await lab.approve(id)
    await instant(id)
    await mcp.kill()
    await executor.close()
    const changesAtKill = lab.changes()
    await lab.startMcp({ clock: deadProcess })
    await lab.startExecutor()
    const state = await lab.untilState(id, 'executed', 'failed', 'unknown')
    if (changesAtKill === 1) expect(state).toBe('executed')
    expect(lab.changes()).toBe(state === 'executed' ? 1 : 0)
    if (state === 'executed')
      expect(await lab.estate.directory.control.passwordMatches(login, await reveal(id))).toBe(true)
  },
  60_000,
)

async function untilSealed(id: string): Promise<void> {
  const isSealed = async () => (await lab.db.actionSecret.count({ where: { approvalId: id } })) === 1
  await vi.waitUntil(isSealed, { timeout: 20_000, interval: 5 })
}

it('writes nothing of a password anywhere, and keeps its audit whole', async () => {
  expect(await verifyAudit(lab.db)).toMatchObject({ isIntact: true })
  const opened = await lab.db.actionSecret.findMany({ where: { revealedAt: { not: null } } })
  expect(opened.length).toBeGreaterThan(0)
  expect(opened.every(({ sealed }) => sealed === null)).toBe(true)
})
