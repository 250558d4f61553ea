import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { chainHash } from '../../src/audit/chain-hash.ts'
import type { ChainEnd, StoredAuditRow } from '../../src/audit/verify-chain.ts'

/** A chain and where it says that it ends. */
export interface Chain {
  rows: StoredAuditRow[]
  end: ChainEnd
}

/** One thing that somebody does to a chain. `rehash` hides it from that row's own hash, without following the chain. */
export type Edit =
  | { kind: 'change'; at: number; field: (typeof fields)[number]; rehash: boolean }
  | { kind: 'delete'; at: number; count: number }
  | { kind: 'insert'; at: number; renumber: boolean }
  | { kind: 'swap'; at: number; with: number; renumber: boolean }
  | { kind: 'cut'; at: number; head: boolean }
  | { kind: 'head' }

const fields = [
  'at',
  'actor',
  'actorKey',
  'action',
  'subjectType',
  'subjectId',
  'details',
  'prevHash',
  'hash',
] as const

const place = fc.nat({ max: 1_000_000 })

/** Any edit; `cut` with the head takes rows off the end and rewrites the head to fit. */
export const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('change' as const),
      at: place,
      field: fc.constantFrom(...fields),
      rehash: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('delete' as const),
      at: place,
      count: fc.integer({ min: 1, max: 5 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('insert' as const), at: place, renumber: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('swap' as const),
      at: place,
      with: place,
      renumber: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cut' as const), at: place, head: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('head' as const) }) },
)

let forged = 0
/** Looks like a hash; each one is another. */
const forgedHash = () => createHash('sha256').update(`forged ${forged++}`).digest('hex')

/** Does one edit. @returns the chain afterwards */
export function applyEdit({ rows, end }: Chain, edit: Edit): Chain {
  const copy = rows.map((row) => ({ ...row }))
  const index = 'at' in edit && copy.length > 0 ? edit.at % copy.length : 0
  const row = copy[index]
  if (edit.kind === 'head' || !row) return { rows: copy, end: { ...end, hash: forgedHash() } }
  switch (edit.kind) {
    case 'change':
      Object.assign(row, changed(row, edit.field))
      if (edit.rehash && edit.field !== 'hash') row.hash = chainHash(row)
      return { rows: copy, end }
    case 'delete':
      copy.splice(index, edit.count)
      return { rows: copy, end }
    case 'insert':
      copy.splice(index, 0, { ...row, details: { forged: true }, hash: forgedHash() })
      return { rows: edit.renumber ? renumbered(copy) : copy, end }
    case 'swap': {
      const other = edit.with % copy.length
      copy[index] = copy[other] ?? row
      copy[other] = row
      return { rows: edit.renumber ? renumbered(copy) : copy, end }
    }
    case 'cut': {
      const left = copy.slice(0, index)
      return { rows: left, end: edit.head ? endOf(left) : end }
    }
  }
}

function changed(row: StoredAuditRow, field: (typeof fields)[number]): Partial<StoredAuditRow> {
  if (field === 'at') return { at: new Date(row.at.getTime() + 1) }
  if (field === 'actor' || field === 'details') return { [field]: { forged: true } }
  if (field === 'prevHash' || field === 'hash') return { [field]: forgedHash() }
  return { [field]: `${row[field]}x` }
}

const renumbered = (rows: StoredAuditRow[]) => rows.map((row, index) => ({ ...row, seq: BigInt(index + 1) }))

export function endOf(rows: StoredAuditRow[]): ChainEnd {
  const last = rows.at(-1)
  return { seq: BigInt(rows.length), hash: last?.hash ?? '0'.repeat(64) }
}

/** Whoever recomputes every hash and the head leaves a chain that fits itself. */
export function rewritten(rows: StoredAuditRow[]): Chain {
  const chain: StoredAuditRow[] = []
  for (const row of renumbered(rows)) {
    const next = { ...row, prevHash: chain.at(-1)?.hash ?? '0'.repeat(64) }
    chain.push({ ...next, hash: chainHash(next) })
  }
  return { rows: chain, end: endOf(chain) }
}
