import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Arena, openArena } from './adversary/arena.ts'
import { figuresOf, play } from './adversary/play.ts'
import { readTexts } from './adversary/read-texts.ts'

// HUB_STEPS gives another number of steps, HUB_TEXTS a folder of JSON files with more hostile texts.
const { HUB_CONFORMANCE, HUB_STEPS, HUB_TEXTS } = process.env
const steps = Number(HUB_STEPS ?? (HUB_CONFORMANCE === 'long' ? 100_000 : 5_000))

let arena: Arena
beforeAll(async () => {
  arena = await openArena({ payloads: HUB_TEXTS ? readTexts(HUB_TEXTS) : [] })
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
}, 14_400_000)
