import { createDraw } from '@hub/kernel/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { playWholeKills } from './kill-whole.ts'
import { startWholeLab, type WholeLab } from './whole-lab.ts'

let lab: WholeLab
beforeAll(async () => {
  lab = await startWholeLab()
}, 60_000)
afterAll(() => lab?.close())

it('handles every ticket and alert once, whatever process of the Hub dies at whatever instant', async () => {
  const draw = createDraw()
  const report = await playWholeKills(lab, { draw, kills: 6 })
  console.log(`kill test of the whole: ${report.figures}`)
  expect(report.faults, `seed ${draw.seed}`).toEqual([])
}, 900_000)
