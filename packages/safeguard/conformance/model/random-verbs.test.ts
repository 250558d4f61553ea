import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifyAudit } from '../../src/audit/verify-audit.store.ts'
import { isLong, seedOf } from '../settings.ts'
import { type Counts, steps } from './commands.ts'
import { checkEnd, type History } from './invariants.ts'
import { beginRun } from './read-world.store.ts'
import { openWorld, type World } from './world.ts'

const wanted = isLong ? 100_000 : 5_000
/** The steps of one run, at most: requests meet each other, and a failure stays readable. */
const maxCommands = 60

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.gate.close())

it(`${wanted} random steps by random people never break a rule`, {
  timeout: isLong ? 4_000_000 : 300_000,
}, async () => {
  const history: History = { states: new Map(), audit: { seq: 0n, hash: '0'.repeat(64) } }
  const counts: Counts = { steps: 0, worked: {} }
  const run = fc.asyncProperty(fc.commands(steps(counts), { maxCommands, size: 'max' }), async (commands) => {
    if (counts.steps >= wanted) return
    await beginRun(world)
    await fc.asyncModelRun(() => ({ model: history, real: world }), commands)
    await checkEnd(world)
  })
  await fc.assert(run, { seed: seedOf('random verbs'), numRuns: wanted, endOnFailure: true })
  process.stdout.write(`random verbs: ${counts.steps} steps, that worked: ${JSON.stringify(counts.worked)}\n`)
  expect(counts.steps).toBeGreaterThanOrEqual(wanted)
  const { consumeOther, ...allowed } = counts.worked
  expect(consumeOther, 'another action was run').toBe(0)
  for (const [verb, count] of Object.entries(allowed)) expect(count, `${verb} worked once`).toBeGreaterThan(0)
  expect(await verifyAudit(world.gate.ctx.db)).toMatchObject({ isIntact: true })
})
