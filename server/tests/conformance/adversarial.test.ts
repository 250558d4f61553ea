import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Arena, openArena } from './adversary/arena.ts'
import { figuresOf, play } from './adversary/play.ts'

const isLong = process.env.HUB_CONFORMANCE === 'long'
const steps = isLong ? 100_000 : 5_000

let arena: Arena
beforeAll(async () => {
  arena = await openArena()
})
afterAll(() => arena?.close())

it(`holds against ${steps} steps of an attacker`, async () => {
  const begun = Date.now()
  try {
    await play(arena, steps)
  } finally {
    const seconds = ((Date.now() - begun) / 1_000).toFixed(0)
    console.log(`adversarial run: ${steps} steps in ${seconds} s; ${figuresOf(arena)}`)
  }
  expect(arena.ledger.saidYes.size).toBeGreaterThan(0)
}, 7_200_000)
