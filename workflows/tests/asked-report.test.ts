import { appendFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { createLogger, createMemoryBus, systemClock } from '@hub/kernel'
import { readApproval, rejectRequest } from '@hub/safeguard'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { approver, type Lab, startLab } from './harness/start-lab.ts'

let lab: Lab
const log = createLogger({ name: 'test', level: 'silent' })
const verbs = () => ({ db: lab.db, bus: createMemoryBus(log), log, clock: systemClock })
beforeAll(async () => {
  lab = await startLab()
  const rule = 'rules:\n  - { name: every word, when: { tools: [glpi_add_followup] }, raiseTo: L3 }\n'
  await appendFile(String(lab.env.SAFEGUARD_POLICY_FILE), rule)
})
afterEach(() => lab.endParts())
afterAll(() => lab?.close())

const rowOf = (id: string) => readApproval(lab.db, id)
const followupsOf = (id: string) =>
  lab.estate.glpi.rows('ITILFollowup').filter(({ content }) => String(content).includes(id))
const reportsOf = (id: string) =>
  lab.db.approval.findMany({ where: { requesterKey: { startsWith: `workflow:safeguard-report:${id}` } } })
const allReports = () =>
  lab.db.approval.count({ where: { requesterKey: { startsWith: 'workflow:safeguard-report:' } } })

async function saysNo(id: string): Promise<void> {
  const { digest } = await rowOf(id)
  await rejectRequest(verbs(), { approvalId: id, actor: approver, input: { digest, reason: 'Not this one' } })
}

/** A request that a person refused, and the request for the followup that tells so. */
async function refused(login: string): Promise<{ id: string; report: string }> {
  const id = await lab.askReset(login, 1234)
  await saysNo(id)
  await expect.poll(async () => (await reportsOf(id)).length, { timeout: 15_000 }).toBe(1)
  const [report] = await reportsOf(id)
  return { id, report: String(report?.id) }
}

/** The executor of the lab looks every second by itself. */
const afterAnotherLook = () => wait(1_500)

describe('a followup that the policy has somebody approve', () => {
  it('is not called written while it waits, and is once it is approved', async () => {
    await lab.startMcp()
    await lab.startExecutor()
    const { id, report } = await refused('jean.dupont')
    expect(await rowOf(id)).toMatchObject({ reportedAt: null, reportTries: 0 })
    await afterAnotherLook()
    expect(await allReports()).toBe(1)
    await lab.approve(report)
    expect(await lab.untilState(report, 'executed', 'failed', 'unknown')).toBe('executed')
    await expect.poll(async () => (await rowOf(id)).reportedAt, { timeout: 15_000 }).not.toBeNull()
    expect((await rowOf(id)).reportedAt).toEqual((await rowOf(report)).finishedAt)
    expect(followupsOf(id)).toHaveLength(1)
    await afterAnotherLook()
    // the end of the report is told to no ticket: that would be one more report
    expect(await allReports()).toBe(1)
  }, 60_000)

  it('is given up when it is refused, and that is said', async () => {
    await lab.startMcp()
    await lab.startExecutor()
    const before = await allReports()
    const { id, report } = await refused('marie.martin')
    await saysNo(report)
    await expect.poll(async () => (await rowOf(id)).reportTries, { timeout: 15_000 }).toBe(10)
    expect(await rowOf(id)).toMatchObject({ reportedAt: null })
    expect(
      lab.logs.filter((line) => line.includes('followup given up') && line.includes(report)),
    ).toHaveLength(1)
    await afterAnotherLook()
    expect(await allReports()).toBe(before + 1)
    expect(followupsOf(id)).toHaveLength(0)
  }, 60_000)
})
