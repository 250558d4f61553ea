import { setTimeout as wait } from 'node:timers/promises'
import { createDraw } from '@hub/kernel/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type CrashLab, startCrashLab, takeOverSeconds } from './crash-lab.ts'

const isLong = process.env.HUB_CONFORMANCE === 'long'
const kills = isLong ? 100 : 5
const runs = isLong ? 2_000 : 150
/** A dead worker's runs go on after this long, in seconds. */
const takenOverIn = 60

let lab: CrashLab
beforeAll(async () => {
  lab = await startCrashLab()
})
afterAll(() => lab?.close())

it(`ends every run once, in order, though its workers are killed ${kills} times`, async () => {
  const draw = createDraw()
  await lab.start(runs, { waitsMs: 500, stepMs: 100 })
  let [killed, other] = await Promise.all([lab.spawn(), lab.spawn()])
  for (let kill = 0; kill < kills; kill++) {
    await wait(200 + draw.below(1_000))
    await killed.kill()
    ;[killed, other] = [other, await lab.spawn()]
  }
  const lastKill = Date.now()
  await lab.untilDone(takenOverIn * 1_000 + runs * 200)
  const all = await lab.effects()
  expect(all).toHaveLength(runs)
  const steps = all.map(({ effects }) => effects.map(({ step }) => step))
  for (const one of steps) {
    // The step that was cut short is repeated; none is left out, none comes again later.
    expect(one.toSorted((a, b) => a - b)).toEqual(one)
    expect(new Set(one)).toEqual(new Set([0, 1, 2, 3, 4]))
  }
  const repeated = steps.reduce((sum, one) => sum + one.length - 5, 0)
  const gaps = takeOverSeconds(all)
  const longest = Math.max(...gaps)
  console.log(
    `seed ${draw.seed}: ${kills} kills, ${runs} runs on ${kills + 2} workers, ${repeated} steps repeated, ` +
      `${gaps.length} runs changed their worker, after ${longest.toFixed(1)} s at most, ` +
      `all ended ${((Date.now() - lastKill) / 1_000).toFixed(1)} s after the last kill`,
  )
  // Else the kills hit nothing.
  expect(gaps.some((gap) => gap > 5)).toBe(true)
  expect(longest).toBeLessThan(takenOverIn)
}, 900_000)
