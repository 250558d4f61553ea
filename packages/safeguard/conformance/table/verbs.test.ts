import { AppError } from '@hub/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyAudit } from '../../src/audit/verify-audit.store.ts'
import type { OpenGate } from '../../tests/open-gate.ts'
import { openRuledGate } from '../open-ruled-gate.ts'
import { act } from './act.ts'
import { type Cell, cellsOf, levels, places } from './cells.ts'
import { type Made, makeRequest } from './make-request.ts'
import { expected } from './oracle.ts'
import { type Cast, castRoles } from './people.ts'
import { snapshot } from './snapshot.ts'

let gate: OpenGate
let cast: Cast
beforeAll(async () => {
  gate = await openRuledGate()
  cast = await castRoles(gate)
})
afterAll(() => gate?.close())

const nameOf = ({ event, role }: Cell) => `${event} by ${role}`

/** What a cell did: the refusal, if any, and the state afterwards; `+` when something else was written. */
async function observe(cell: Cell, made: Made) {
  const before = await snapshot(gate.ctx.db, made.id)
  const refusal = await act(gate.ctx, cast, { ...cell, made }).then(
    () => ({}),
    (error: unknown) => {
      if (error instanceof AppError) return { code: error.code, reason: error.reason }
      return { code: 'not an AppError', reason: String(error).slice(0, 300) }
    },
  )
  const after = await snapshot(gate.ctx.db, made.id)
  const isSame = before.text === after.text
  const isMoved = before.state !== after.state
  return { isSame, seen: { ...refusal, to: isSame || isMoved ? after.state : `${after.state}+` } }
}

describe.each(levels)('every event by every role on a request of %s', (level) => {
  it.each(places)('that is %s', { timeout: 120_000 }, async (place) => {
    const wrong: object[] = []
    let made: Made | undefined
    for (const cell of cellsOf(level, place)) {
      made ??= await makeRequest(gate, cast, { level, place })
      const { seen, isSame } = await observe(cell, made)
      const wanted = expected(cell)
      if (JSON.stringify(seen) !== JSON.stringify(wanted)) wrong.push({ cell: nameOf(cell), wanted, seen })
      if (!isSame) made = undefined
    }
    expect(wrong).toEqual([])
  })
})

it('writes all of that in an intact chain', async () => {
  expect(await verifyAudit(gate.ctx.db)).toMatchObject({ isIntact: true })
})
