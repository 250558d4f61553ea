import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifyAudit } from '../../src/audit/verify-audit.store.ts'
import { isLong, seedOf } from '../settings.ts'
import { type Counts, steps } from './commands.ts'
import { checkEnd, type History } from './invariants.ts'
import { beginRun } from './read-world.store.ts'
import { openWorld, type World } from './world.ts'

const wanted = isLong ? 20_000 : 1_000
const timeout = isLong ? 1_800_000 : 120_000
/** The steps of one run, at most: requests meet each other, and a failure stays readable. */
const maxCommands = 60

const history: History = { states: new Map(), audit: { seq: 0n, hash: '0'.repeat(64) } }
const counts: Counts = { steps: 0, worked: {} }
const commands = fc.commands(steps(counts), { maxCommands, size: 'max' })
const seed = seedOf('random verbs')

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.gate.close())

it.each([1, 2, 3, 4, 5])(
  `${wanted} random steps by random people never break a rule, part %i of 5`,
  { timeout },
  async (part) => {
    const run = fc.asyncProperty(commands, async (list) => {
      if (counts.steps >= part * wanted) return
      await beginRun(world)
      await fc.asyncModelRun(() => ({ model: history, real: world }), list)
      await checkEnd(world)
    })
    // a failure is not made smaller: what the steps wrote stays in the database
    await fc.assert(run, { seed: seed + part, numRuns: wanted, endOnFailure: true })
    expect(counts.steps).toBeGreaterThanOrEqual(part * wanted)
  },
)

it('reached every verb, and left an intact chain', async () => {
  process.stdout.write(`random verbs: ${counts.steps} steps, that worked: ${JSON.stringify(counts.worked)}\n`)
  const { consumeOther, ...allowed } = counts.worked
  expect(consumeOther, 'another action was run').toBe(0)
  for (const [verb, count] of Object.entries(allowed)) expect(count, `${verb} worked once`).toBeGreaterThan(0)
  expect(await verifyAudit(world.gate.ctx.db)).toMatchObject({ isIntact: true })
})
