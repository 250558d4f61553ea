import { createDraw } from '@hub/kernel/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Lab, startLab } from '../harness/start-lab.ts'
import { type DirectoryCorner, openCorner } from './directory-corner.ts'
import { faultsOf, figuresOf, playKills } from './kill-scenario.ts'
import { replicationMeter } from './write-meter.ts'

/** A real Samba domain controller; npm run test:full starts one and sets these. */
function needed(name: string): string {
  const value = process.env[name]
  if (value === undefined || value === '')
    throw new Error(`${name} is missing: start Samba with npm run test:full`)
  return value
}

const access = {
  url: needed('TEST_SAMBA_URL'),
  caFile: needed('TEST_SAMBA_CA_FILE'),
  baseDn: needed('TEST_SAMBA_BASE_DN'),
  bindDn: needed('TEST_SAMBA_BIND_USER'),
  bindPassword: needed('TEST_SAMBA_BIND_PASSWORD'),
}

let lab: Lab
let corner: DirectoryCorner
beforeAll(async () => {
  lab = await startLab({
    AD_URL: access.url,
    AD_BIND_DN: access.bindDn,
    AD_BIND_PASSWORD: access.bindPassword,
    AD_BASE_DN: access.baseDn,
    AD_CA_FILE: access.caFile,
  })
  corner = await openCorner(access)
})
afterAll(async () => {
  await corner?.close()
  await lab?.close()
})

it('loses nothing and does nothing twice on a real domain controller', async () => {
  const draw = createDraw()
  const report = await playKills(lab, { corner, draw, meter: replicationMeter(corner) })
  console.log(`kill test on Samba: ${figuresOf(report)}`)
  expect(faultsOf(report), `seed ${draw.seed}`).toEqual([])
  expect(report.isAuditIntact).toBe(true)
}, 1_200_000)
