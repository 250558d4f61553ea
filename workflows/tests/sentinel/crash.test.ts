import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type HubProcess, startProcess } from '../harness/spawn-process.ts'
import { type SentinelLab, startSentinelLab } from './sentinel-lab.ts'

const kills = process.env.HUB_CONFORMANCE === 'long' ? 100 : 6
const minute = 60_000
const patience = { timeout: 120_000, interval: 250 }

let sentinel: SentinelLab
const workers: HubProcess[] = []
beforeAll(async () => {
  sentinel = await startSentinelLab({ isRun: false })
}, 120_000)
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.kill()))
  await sentinel?.close()
})

async function spawn(aheadMs: number): Promise<HubProcess> {
  const env = { ...sentinel.lab.env, AHEAD_MS: String(aheadMs) }
  const worker = await startProcess('workflows/tests/sentinel/sentinel-worker.ts', { env })
  workers.push(worker)
  await vi.waitFor(() => expect(worker.output()).toContain('ready'), patience)
  return worker
}

it(`opens one incident, ticket and mail though its workers are killed ${kills} times`, async () => {
  const { estate, db, lab } = sentinel
  let aheadMs = 0
  let [killed, other] = await Promise.all([spawn(aheadMs), spawn(aheadMs)])
  const killOne = async (step: number) => {
    aheadMs += step
    await wait(200 + Math.random() * 2_500)
    await killed.kill()
    ;[killed, other] = [other, await spawn(aheadMs)]
  }
  await estate.play('switch-down', 'SWITCH-MUSIC-001')
  for (let kill = 0; kill < kills; kill++) await killOne((8 * minute) / kills)
  const asked = await vi.waitFor(async () => {
    const [request, ...more] = await db.approval.findMany({ where: { toolName: 'mail_notify_client' } })
    expect(more).toEqual([])
    if (!request) throw new Error('nobody asks for the mail')
    return request.id
  }, patience)
  await lab.approve(asked)
  await lab.untilState(asked, 'executed')
  sentinel.pass(9)
  await estate.play('switch-up', 'SWITCH-MUSIC-001')
  for (let kill = 0; kill < Math.ceil(kills / 3); kill++) await killOne((18 * minute) / Math.ceil(kills / 3))
  const close = await vi.waitFor(async () => {
    const request = await db.approval.findFirst({ where: { toolName: 'glpi_close_ticket' } })
    if (!request) throw new Error('nobody asks for the closing')
    return request.id
  }, patience)
  await lab.approve(close)
  await vi.waitFor(async () => {
    const run = await db.workflowRun.findFirstOrThrow({ where: { workflow: 'sentinel' } })
    expect(run).toMatchObject({ state: 'done', phase: 'closed' })
  }, patience)
  const named = estate.glpi.rows('Ticket').filter(({ name }) => String(name).includes('[SENTINEL]'))
  expect(named).toMatchObject([{ status: 6 }])
  expect(await db.incident.count()).toBe(1)
  expect(await db.approval.count({ where: { toolName: 'glpi_close_ticket' } })).toBe(1)
  const diagnoses = estate.mail.messages().filter(({ text }) => String(text).includes('#DIAG'))
  expect(diagnoses).toHaveLength(1)
  const followups = estate.glpi.rows('ITILFollowup', { items_id: Number(named[0]?.id) })
  const texts = followups.map(({ content }) => String(content))
  expect(new Set(texts).size).toBe(texts.length)
}, 600_000)
