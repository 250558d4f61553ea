import { type ChainedRow, chainHash } from './chain-hash.ts'

export type AuditVerdict =
  | { isIntact: true; rows: number; head: string }
  | { isIntact: false; rows: number; brokenSeq: string; problem: string }

export type StoredAuditRow = ChainedRow & { hash: string }

/** Where a chain ends: the number and the hash of its last row. */
export interface ChainEnd {
  seq: bigint
  hash: string
}

const genesis = '0'.repeat(64)

/**
 * Recomputes a chain row by row, from its first one; names the first row that does not fit.
 * @param readEnd asked once all rows have come: where the chain must end; null when nothing says so
 * @param known an end that was noted earlier, elsewhere: the chain must still hold that row. Without it a chain that
 * was rewritten whole fits itself
 */
export async function verifyChain(
  rows: AsyncIterable<StoredAuditRow>,
  readEnd: () => ChainEnd | null | Promise<ChainEnd | null>,
  known?: ChainEnd,
): Promise<AuditVerdict> {
  let next = { seq: 1n, prevHash: genesis }
  for await (const row of rows) {
    const problem = rowProblem(row, next) ?? knownProblem(row, known)
    if (problem)
      return { isIntact: false, rows: Number(next.seq - 1n), brokenSeq: row.seq.toString(), problem }
    next = { seq: row.seq + 1n, prevHash: row.hash }
  }
  const end = await readEnd()
  const count = Number(next.seq - 1n)
  const isWhole = known === undefined || known.seq < next.seq
  if (isWhole && end && end.seq === next.seq - 1n && end.hash === next.prevHash)
    return { isIntact: true, rows: count, head: end.hash }
  return {
    isIntact: false,
    rows: count,
    brokenSeq: next.seq.toString(),
    problem: 'rows are missing at the end',
  }
}

function knownProblem({ seq, hash }: StoredAuditRow, known: ChainEnd | undefined): string | undefined {
  return known?.seq === seq && known.hash !== hash ? 'is not the row that was known' : undefined
}

function rowProblem(row: StoredAuditRow, expected: { seq: bigint; prevHash: string }): string | undefined {
  if (row.seq !== expected.seq) return `row ${expected.seq} is missing`
  if (row.prevHash !== expected.prevHash) return 'does not follow the row before'
  if (row.hash !== chainHash(row)) return 'its content was changed'
  return undefined
}
