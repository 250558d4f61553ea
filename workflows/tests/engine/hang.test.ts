import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type CrashLab, startCrashLab } from './crash-lab.ts'

const runs = 7
const stepMs = 1_500

let lab: CrashLab
beforeAll(async () => {
  lab = await startCrashLab()
})
afterAll(() => lab?.close())

it('writes once when a worker only hangs, is taken over, and goes on in the middle of its steps', async () => {
  const hung = await lab.spawn()
  await lab.start(runs, { waitsMs: 300, stepMs })
  const written = async () => (await lab.effects()).reduce((sum, { effects }) => sum + effects.length, 0)
  await expect.poll(written, { timeout: 20_000, interval: 20 }).toBe(runs)
  // All are in the middle of their second step.
  await wait(stepMs / 2)
  hung.hang()
  const living = await lab.spawn()
  await lab.untilDone(60_000)
  hung.goOn()
  await wait(2 * stepMs)
  for (const { effects } of await lab.effects())
    expect(effects.map(({ step }) => step)).toEqual([0, 1, 2, 3, 4])
  expect(await lab.db.workflowRun.count({ where: { state: 'done' } })).toBe(runs)
  // It works again as any other.
  await living.kill()
  const at = new Date(Date.now() - 60_000)
  await lab.db.workflowRun.create({
    data: {
      id: 'later',
      workflow: 'counted',
      title: 'later',
      turn: '-',
      input: { waitsMs: 0, stepMs: 10 },
      createdAt: at,
      updatedAt: at,
    },
  })
  await lab.untilDone(20_000)
}, 150_000)
