import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { HubEvent } from '@hub/contracts'
import { createLogger, createMemoryBus, systemClock } from '@hub/kernel'
import { createDb, type Db } from '@hub/prisma'
import { createTestDatabase } from '@hub/prisma/testing'
import { findPolicyProblem, loadPolicy, type SafeguardContext, verifyAudit } from '@hub/safeguard'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { openPolicyHolder, type PolicyHolder } from '../src/gate/policy-holder.ts'

const lookEveryMs = 40
let database: Awaited<ReturnType<typeof createTestDatabase>>
let db: Db
let ctx: SafeguardContext
let file: string
const events: HubEvent[] = []
const logs: string[] = []
const opened: PolicyHolder[] = []
beforeAll(async () => {
  database = await createTestDatabase()
  db = createDb({ url: database.url, poolSize: 4 })
  const log = createLogger({ name: 'test' }, { write: (line: string) => void logs.push(line) })
  const bus = createMemoryBus(log)
  bus.subscribe({ onEvent: (event) => void events.push(event) })
  ctx = { db, bus, log, clock: systemClock }
})
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'hub-policy-')), 'policy.yaml')
})
afterEach(async () => {
  for (const holder of opened.splice(0)) await holder.close()
  events.length = 0
  logs.length = 0
})
afterAll(async () => {
  await db?.$disconnect()
  await database?.close()
})

let counter = 0
/** A policy unlike all others. */
const text = () => `version: 1\nrules:\n  - { name: rule ${++counter}, when: {}, raiseTo: L4 }\n`
async function open(initial?: string): Promise<PolicyHolder> {
  if (initial !== undefined) writeFileSync(file, initial)
  const holder = await openPolicyHolder(ctx, { first: await loadPolicy(file), file, lookEveryMs })
  opened.push(holder)
  return holder
}
/** By a rename, as one should. */
function replace(content: string): void {
  writeFileSync(`${file}.new`, content)
  renameSync(`${file}.new`, file)
}
const lastRule = (holder: PolicyHolder) => holder.current().policy.rules.at(-1)?.name
const changes = async () =>
  (await db.userAuditLog.findMany({ where: { action: 'policy.change' }, orderBy: { seq: 'asc' } })).map(
    ({ details }) => details,
  )
const state = () => db.policyState.findUniqueOrThrow({ where: { id: 1 } })
const problem = () => findPolicyProblem(db, new Date())
const problemRows = () =>
  db.userAuditLog.findMany({ where: { action: 'policy.problem' }, orderBy: { seq: 'asc' } })
const until = (condition: () => unknown) => vi.waitUntil(condition, { timeout: 5_000, interval: 10 })

it('takes a new file, and puts it on record once, however many processes look at it', async () => {
  const holders = [await open(text()), await open(), await open()]
  const before = holders[0]?.current().version
  const count = (await changes()).length
  events.length = 0
  replace(text())
  await until(() => holders.every((holder) => holder.current().version !== before))
  const after = holders[0]?.current().version
  expect(new Set(holders.map((holder) => holder.current().version)).size).toBe(1)
  expect((await changes()).slice(count)).toEqual([{ from: before, to: after }])
  expect(events.map(({ type, data }) => ({ type, data }))).toEqual([
    { type: 'safeguard:policy_changed', data: { from: before, to: after } },
  ])
  expect(await state()).toMatchObject({ version: after })
  expect(await db.policyVersion.count({ where: { version: String(after) } })).toBe(1)
})

it('writes nothing when it starts again with the same policy', async () => {
  await open(text())
  const count = (await changes()).length
  await open()
  expect(await changes()).toHaveLength(count)
})

it('records what changed while nobody looked, also back to an old version', async () => {
  const first = text()
  const old = await open(first)
  await old.close()
  const other = await open(text())
  await other.close()
  await open(first)
  expect((await changes()).at(-1)).toEqual({ from: other.current().version, to: old.current().version })
})

it('keeps the old policy under a bad file, says so once, and goes on', async () => {
  const holder = await open(text())
  const version = holder.current().version
  replace('version: 1\nrules:\n  - { name: x, when: { tools: [nope] }, raiseTo: L4 }\n')
  await until(() => holder.problem())
  await pause(10 * lookEveryMs)
  expect(holder.problem()).toBe('line 3: rules.0.when.tools.0: there is no tool nope')
  expect(holder.current().version).toBe(version)
  expect(await state()).toMatchObject({ version })
  expect(await problem()).toEqual({ message: holder.problem(), since: expect.any(Date) })
  expect(logs.filter((line) => line.includes('bad policy file'))).toHaveLength(1)
  replace(text())
  await until(() => holder.problem() === null)
  expect(holder.current().version).not.toBe(version)
  expect(await state()).toMatchObject({ version: holder.current().version })
  expect(await problem()).toBeNull()
})

const bad = (rule = 'x') =>
  `version: 1\nrules:\n  - { name: ${rule}, when: { tools: [nope] }, raiseTo: L4 }\n`
const problemEvents = () => events.filter(({ type }) => type === 'safeguard:policy_problem')

it('tells people once of each bad file, however many processes look at it, and what is in force', async () => {
  const holders = [await open(text()), await open(), await open()]
  const version = String(holders[0]?.current().version)
  const count = (await problemRows()).length
  events.length = 0
  replace(bad())
  await until(() => holders.every((holder) => holder.problem()))
  await pause(5 * lookEveryMs)
  expect(problemEvents().map(({ data }) => data)).toEqual([
    { version, fileHash: expect.stringMatching(/^[0-9a-f]{16}$/) },
  ])
  expect(JSON.stringify(problemEvents())).not.toContain('nope')
  const [row, ...more] = (await problemRows()).slice(count)
  expect(more).toEqual([])
  expect(row).toMatchObject({
    subjectId: version,
    details: { problem: expect.stringContaining('there is no tool nope'), fileHash: expect.any(String) },
  })
  replace(bad('y'))
  await until(() => problemEvents().length > 1)
  await pause(5 * lookEveryMs)
  expect(problemEvents()).toHaveLength(2)
})

it('keeps the problem of one process while another has a good file, also one that starts', async () => {
  const here = await open(text())
  const there = await open()
  const hereFile = file
  file = join(mkdtempSync(join(tmpdir(), 'hub-policy-')), 'policy.yaml')
  const elsewhere = await open(text())
  writeFileSync(hereFile, bad())
  await until(() => here.problem() && there.problem())
  const first = await problem()
  const before = elsewhere.current().version
  replace(text())
  await until(() => elsewhere.current().version !== before)
  await open()
  expect(await problem()).toEqual(first)
  await here.close()
  expect(await problem()).toMatchObject({ message: first?.message })
  writeFileSync(hereFile, text())
  await until(() => there.problem() === null)
  expect(await problem()).toBeNull()
})

it('does not hold on to the problem of a process that is gone without a word', async () => {
  const holder = await open(text())
  replace(bad())
  await until(() => holder.problem())
  const in70s = new Date(Date.now() + 70_000)
  expect([await problem(), await findPolicyProblem(db, in70s)]).toEqual([expect.anything(), null])
})

it('forgets the problem when the old file comes back', async () => {
  const same = text()
  const holder = await open(same)
  const count = (await changes()).length
  replace('nonsense: [')
  await until(() => holder.problem())
  replace(same)
  await until(() => holder.problem() === null)
  expect(await problem()).toBeNull()
  expect(await changes()).toHaveLength(count)
})

it('keeps the policy of a file that is gone', async () => {
  const holder = await open(text())
  const version = holder.current().version
  rmSync(file)
  await until(() => holder.problem())
  expect(holder.problem()).toBe('the file cannot be read')
  expect(holder.current().version).toBe(version)
})

it('never takes half a file, even when half of it is a policy', async () => {
  const holder = await open(text())
  const before = lastRule(holder)
  const seen = new Set([before])
  const whole = [
    'version: 1\nrules:\n',
    ...Array.from({ length: 12 }, (_, n) => `  - { name: part ${n}, when: {}, raiseTo: L4 }\n`),
  ]
  let written = ''
  for (const part of whole) {
    written += part
    writeFileSync(file, written)
    await pause(lookEveryMs / 4)
    seen.add(lastRule(holder))
  }
  await until(() => lastRule(holder) === 'part 11')
  expect([...seen]).toEqual([before])
})

it('takes no policy that could not be put on record, and tries again', async () => {
  const holder = await open(text())
  const version = holder.current().version
  await db.$executeRaw`ALTER TABLE policy_versions RENAME TO away`
  replace(text())
  await until(() => logs.some((line) => line.includes('could not be renewed')))
  expect(holder.current().version).toBe(version)
  await db.$executeRaw`ALTER TABLE away RENAME TO policy_versions`
  await until(() => holder.current().version !== version)
  expect((await changes()).at(-1)).toEqual({ from: version, to: holder.current().version })
})

it('stops looking when it is closed', async () => {
  const holder = await open(text())
  const version = holder.current().version
  await holder.close()
  replace(text())
  await pause(6 * lookEveryMs)
  expect(holder.current().version).toBe(version)
})

it('leaves an intact chain', async () => {
  expect(await verifyAudit(db)).toMatchObject({ isIntact: true })
})
