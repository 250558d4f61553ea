import { createDraw } from '@hub/kernel/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Lab, startLab } from '../harness/start-lab.ts'
import { type DirectoryCorner, openCorner } from './directory-corner.ts'
import { faultsOf, figuresOf, playKills } from './kill-scenario.ts'
import { estateMeter } from './write-meter.ts'

let lab: Lab
let corner: DirectoryCorner
beforeAll(async () => {
  lab = await startLab()
  const { url, baseDn, bindDn, bindPassword } = lab.estate.directory
  corner = await openCorner({ url, baseDn, bindDn, bindPassword, caFile: String(lab.env.AD_CA_FILE) })
})
afterAll(async () => {
  await corner?.close()
  await lab?.close()
})

it('loses nothing and does nothing twice, whatever process dies at whatever instant', async () => {
  const draw = createDraw()
  const report = await playKills(lab, { corner, draw, meter: estateMeter(lab.estate, corner) })
  console.log(`kill test: ${figuresOf(report)}`)
  const faults = faultsOf(report)
  // What is no line of a log: a process that ended by itself says why.
  if (faults.length > 0) console.log(report.output.replaceAll(/^\{.*\n/gm, '').slice(0, 4_000))
  expect(faults, `seed ${draw.seed}`).toEqual([])
  expect(report.isAuditIntact).toBe(true)
}, 1_200_000)
