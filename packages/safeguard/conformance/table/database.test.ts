import { approvalStates } from '@hub/contracts'
import type { Tx } from '@hub/prisma'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenGate } from '../../tests/open-gate.ts'
import { openRuledGate } from '../open-ruled-gate.ts'
import { levels, places, rawCellsOf, stateOfPlace } from './cells.ts'
import { type Made, makeRequest } from './make-request.ts'
import { type Cast, castRoles } from './people.ts'
import { columnsOfState, writeRaw } from './raw.ts'
import { isAcceptedMove, isAcceptedRaw } from './raw-oracle.ts'
import { snapshot } from './snapshot.ts'

let gate: OpenGate
let cast: Cast
beforeAll(async () => {
  gate = await openRuledGate()
  cast = await castRoles(gate)
})
afterAll(() => gate?.close())

const undone = new Error('undone')

/** Tries to write, and takes it back. @returns what the database said; null when it accepted */
async function attempt(write: (tx: Tx) => Promise<unknown>): Promise<string | null> {
  const work = gate.ctx.db.$transaction(async (tx) => {
    await write(tx)
    throw undone
  })
  return work.then(
    () => null,
    (error: unknown) => (error === undone ? null : String(error)),
  )
}

/** A refusal by a rule of the schema: a trigger or a unique index, not a mistake of this test. */
const isRule = (answer: string | null) => answer !== null && /P0001|P2002|Unique constraint/.test(answer)

describe.each(levels)('the rows of a request of %s', (level) => {
  it.each(places)('that is %s take what the table allows', { timeout: 120_000 }, async (place) => {
    const made = await makeRequest(gate, cast, { level, place })
    const before = await snapshot(gate.ctx.db, made.id)
    const wrong: object[] = []
    const check = (what: string, answer: string | null, isAccepted: boolean) => {
      const isRight = isAccepted ? answer === null : isRule(answer)
      if (!isRight) wrong.push({ what, isAccepted, answer: answer?.split('\n').at(-1) ?? null })
    }
    const now = gate.ctx.clock.now()
    for (const cell of rawCellsOf(level, place)) {
      const answer = await attempt((tx) => writeRaw(tx, cast, { ...cell, made, now }))
      check(`${cell.event} by ${cell.role}`, answer, isAcceptedRaw(cell))
    }
    for (const to of approvalStates.filter((state) => state !== stateOfPlace(place)))
      check(`becomes ${to}`, await attempt((tx) => move(tx, made, to, now)), isAcceptedMove(place, to))
    expect(wrong).toEqual([])
    expect(await snapshot(gate.ctx.db, made.id)).toEqual(before)
  })
})

const move = (tx: Tx, { id }: Made, to: string, now: Date) =>
  tx.approval.update({ where: { id }, data: columnsOfState(to, now) })
