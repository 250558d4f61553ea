import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportAudit, presentAuditRow } from '../../src/audit/export-audit.ts'
import { verifyExport } from '../../src/audit/verify-export.ts'
import { type OpenGate, openGate } from '../../tests/open-gate.ts'
import { isLong, seedOf } from '../settings.ts'
import { readChain, writeRows } from './chain-lab.ts'
import { anyEdit, applyEdit, type Chain, rewritten } from './edits.ts'
import { firstDifference } from './oracle.ts'

const numRuns = isLong ? 1_000 : 300
const timeout = 240_000

let gate: OpenGate
let whole: Chain
let lines: string[]
beforeAll(async () => {
  gate = await openGate()
  await writeRows(gate, 40)
  whole = await readChain(gate.ctx.db)
  lines = (await Array.fromAsync(exportAudit(gate.ctx.db, new Date('2026-11-21T08:00:00Z')))).map((line) =>
    line.trim(),
  )
})
afterAll(() => gate?.close())

async function* each(texts: string[]): AsyncGenerator<string> {
  yield* texts
}
const linesOf = ({ rows, end }: Chain) => [
  JSON.stringify({ ...JSON.parse(lines[0] ?? ''), rows: Number(end.seq), head: end.hash }),
  ...rows.map((row) => JSON.stringify(presentAuditRow(row))),
]
const isFormError = (error: unknown) =>
  error instanceof SyntaxError || (error instanceof Error && error.name === 'ZodError')

it('is intact as it was written, at its own end and at an earlier one', async () => {
  const earlier = whole.rows[19]
  if (!earlier) throw new Error('no row')
  expect(await verifyExport(each(lines))).toMatchObject({ isIntact: true, rows: 40 })
  expect(await verifyExport(each(lines), whole.end.hash)).toMatchObject({ isIntact: true })
  expect(await verifyExport(each(lines), earlier)).toMatchObject({ isIntact: true })
})

it(`names the first wrong row after ${numRuns} edits of the file`, { timeout }, async () => {
  const edits = fc.array(anyEdit, { minLength: 1, maxLength: 3 })
  const check = fc.asyncProperty(edits, async (list) => {
    const edited = list.reduce(applyEdit, whole)
    const brokenSeq = firstDifference(whole, edited)
    fc.pre(brokenSeq !== null)
    const verdict = await verifyExport(each(linesOf(edited)), whole.end.hash).catch((error: unknown) => {
      if (isFormError(error)) return null
      throw error
    })
    if (verdict) expect(verdict).toMatchObject({ isIntact: false, brokenSeq })
  })
  await fc.assert(check, { seed: seedOf('tampered rows of a file'), numRuns })
})

it(`finds ${numRuns} edits of single characters of the file`, { timeout }, async () => {
  const text = lines.join('\n')
  const written = text.indexOf('\n') + 1
  const place = fc.integer({ min: written, max: text.length - 1 })
  const edit = fc.tuple(place, fc.integer({ min: 0, max: 3 }), fc.string({ unit: 'grapheme', maxLength: 2 }))
  const check = fc.asyncProperty(edit, async ([at, cut, put]) => {
    const edited = text.slice(0, at) + put + text.slice(at + cut)
    fc.pre(
      edited
        .split(/\r?\n/)
        .filter((line) => line.trim() !== '')
        .map((line) => line.trim())
        .join('\n') !== text,
    )
    const verdict = await verifyExport(each(edited.split('\n'))).catch((error: unknown) => {
      if (isFormError(error)) return null
      throw error
    })
    expect(verdict?.isIntact ?? false).toBe(false)
  })
  await fc.assert(check, { seed: seedOf('tampered text of a file'), numRuns })
})

describe('a file that says more than its hashes cover', () => {
  it.each<[string, (line: string) => string]>([
    ['one more field', (line) => line.replace('{', '{"note":"approved by the director",')],
    ['a field twice', (line) => line.replace('"action":', '"action":"approval.reject","action":')],
    ['one more field of the actor', (line) => line.replace('"actor":{', '"actor":{"note":"x",')],
    ['a number written otherwise', (line) => line.replace(/"seq":"(\d+)"/, '"seq":"0$1"')],
    ['the time written otherwise', (line) => line.replace(/("at":"[^"]+)\.(\d{3})Z"/, '$1.$2000Z"')],
  ])('is refused with %s', async (_what, change) => {
    const edited = lines.map((line, index) => (index === 5 ? change(line) : line))
    expect(edited[5]).not.toBe(lines[5])
    await expect(verifyExport(each(edited))).rejects.toSatisfy(isFormError)
  })
})

it('that was rewritten whole fits itself, but neither its known end nor an earlier one', async () => {
  const forged = rewritten(whole.rows.filter(({ seq }) => seq !== 12n))
  const earlier = whole.rows[29]
  if (!earlier) throw new Error('no row')
  expect(await verifyExport(each(linesOf(forged)))).toMatchObject({ isIntact: true, rows: 39 })
  expect(await verifyExport(each(linesOf(forged)), whole.end.hash)).toMatchObject({ isIntact: false })
  expect(await verifyExport(each(linesOf(forged)), earlier)).toMatchObject({
    isIntact: false,
    brokenSeq: '30',
  })
})
