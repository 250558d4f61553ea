import type { Prisma } from '@hub/prisma'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readAuditHead } from '../../src/audit/audit-rows.store.ts'
import { verifyAudit } from '../../src/audit/verify-audit.store.ts'
import { type OpenGate, openGate } from '../../tests/open-gate.ts'
import { isLong, seedOf } from '../settings.ts'
import { asOwner, readChain, writeChain, writeRows } from './chain-lab.ts'
import { anyEdit, applyEdit, type Chain, type Edit, rewritten } from './edits.ts'
import { firstDifference } from './oracle.ts'

const numRuns = isLong ? 1_000 : 300
const timeout = isLong ? 1_800_000 : 240_000
const rowCount = 40

let gate: OpenGate
let whole: Chain
beforeAll(async () => {
  gate = await openGate()
  await writeRows(gate, rowCount)
  whole = await readChain(gate.ctx.db)
})
afterAll(() => gate?.close())

/** A table has no order but its numbers: what moves a row gives it the number of its new place. */
const inTable = (edit: Edit): Edit => ('renumber' in edit ? { ...edit, renumber: true } : edit)

/** Cutting the end off together with the head leaves a shorter chain that fits itself: only a known end finds it. */
const isCutWhole = (edits: Edit[]) => edits.some((edit) => edit.kind === 'cut' && edit.head)

it(`names the first wrong row after ${numRuns} edits of the table`, { timeout }, async () => {
  let found = 0
  const edits = fc.array(anyEdit.map(inTable), { minLength: 1, maxLength: 3 })
  await asOwner(gate.ctx.db, async () => {
    const check = fc.asyncProperty(edits, async (list) => {
      const edited = list.reduce(applyEdit, whole)
      const brokenSeq = firstDifference(whole, edited)
      fc.pre(brokenSeq !== null)
      await writeChain(gate.ctx.db, edited)
      const verdict = await verifyAudit(gate.ctx.db, isCutWhole(list) ? whole.end : undefined)
      expect(verdict).toMatchObject({ isIntact: false, brokenSeq })
      found += 1
    })
    await fc.assert(check, { seed: seedOf('tampered table'), numRuns })
  })
  expect(found).toBe(numRuns)
  expect(await verifyAudit(gate.ctx.db)).toMatchObject({ isIntact: true, rows: rowCount })
})

it('takes a chain that was rewritten whole for true, unless an earlier end is known', {
  timeout,
}, async () => {
  const known = await readAuditHead(gate.ctx.db)
  if (!known) throw new Error('no head')
  await writeRows(gate, 10)
  const grown = await readChain(gate.ctx.db)
  const forged = grown.rows.map((row) =>
    row.seq === 7n ? { ...row, details: { forged: true } as Prisma.JsonObject } : row,
  )
  await asOwner(gate.ctx.db, async () => {
    await writeChain(gate.ctx.db, rewritten(forged))
    expect(await verifyAudit(gate.ctx.db)).toMatchObject({ isIntact: true, rows: 50 })
    expect(await verifyAudit(gate.ctx.db, known)).toEqual({
      isIntact: false,
      rows: 39,
      brokenSeq: '40',
      problem: 'is not the row that was known',
    })
  })
  expect(await verifyAudit(gate.ctx.db, known)).toMatchObject({ isIntact: true, rows: 50 })
})
