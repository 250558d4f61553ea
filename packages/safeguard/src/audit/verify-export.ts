import { isDeepStrictEqual } from 'node:util'
import { AuditRow } from '@hub/contracts'
import { z } from 'zod'
import { exportFormat, presentAuditRow } from './export-audit.ts'
import { type AuditVerdict, type ChainEnd, type StoredAuditRow, verifyChain } from './verify-chain.ts'

const FirstLine = z.strictObject({
  format: z.literal(exportFormat),
  exportedAt: z.iso.datetime(),
  rows: z.number().int().min(0),
  head: z.string(),
})

/**
 * Recomputes an exported chain; nothing but the lines is needed. Time and count of the first line prove nothing.
 * @param known kept from elsewhere: the hash of the end, or an earlier end with its number. Without it a chain that was
 * rewritten whole fits itself
 * @throws SyntaxError, ZodError when a line is not as an export writes it
 */
export async function verifyExport(
  lines: AsyncIterable<string>,
  known?: string | ChainEnd,
): Promise<AuditVerdict> {
  const knownHead = typeof known === 'string' ? known : undefined
  let end: ChainEnd | null = null
  async function* rows(): AsyncGenerator<StoredAuditRow> {
    for await (const line of lines) {
      if (line.trim() === '') continue
      const value = parseLine(line)
      if (end === null) {
        const first = FirstLine.parse(value)
        end = { seq: BigInt(first.rows), hash: headOf(first, knownHead) }
      } else yield readRow(value)
    }
  }
  return verifyChain(rows(), () => end, typeof known === 'string' ? undefined : known)
}

/** Where the file says that it ends; no hash at all when another end is known. */
function headOf({ head }: z.infer<typeof FirstLine>, knownHead: string | undefined): string {
  return knownHead === undefined || knownHead === head ? head : 'another head is known'
}

/** One name twice in a line would say one thing to the reader and another to this program. */
function parseLine(line: string): unknown {
  const value: unknown = JSON.parse(line)
  if (JSON.stringify(value) === line.trim()) return value
  throw new SyntaxError('A line is not as an export writes it')
}

/** What the hash does not cover must not be there. */
function readRow(value: unknown): StoredAuditRow {
  const read = AuditRow.parse(value)
  const row = { ...read, seq: BigInt(read.seq), at: new Date(read.at) }
  if (isDeepStrictEqual(presentAuditRow(row), value)) return row
  throw new SyntaxError('A row is not as an export writes it')
}
