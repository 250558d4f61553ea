import { AuditRow } from '@hub/contracts'
import { z } from 'zod'
import { exportFormat } from './export-audit.ts'
import { type AuditVerdict, type ChainEnd, type StoredAuditRow, verifyChain } from './verify-chain.ts'

const FirstLine = z.object({
  format: z.literal(exportFormat),
  exportedAt: z.iso.datetime(),
  rows: z.number().int().min(0),
  head: z.string(),
})

/**
 * Recomputes an exported chain; nothing but the lines is needed.
 * @param knownHead hash of the end, kept from elsewhere: without it a chain that was rewritten whole fits itself
 * @throws SyntaxError, ZodError when a line is not of an export
 */
export async function verifyExport(lines: AsyncIterable<string>, knownHead?: string): Promise<AuditVerdict> {
  let end: ChainEnd | null = null
  async function* rows(): AsyncGenerator<StoredAuditRow> {
    for await (const line of lines) {
      if (line.trim() === '') continue
      const value: unknown = JSON.parse(line)
      if (end === null) {
        const first = FirstLine.parse(value)
        end = { seq: BigInt(first.rows), hash: knownHead ?? first.head }
      } else {
        const row = AuditRow.parse(value)
        yield { ...row, seq: BigInt(row.seq), at: new Date(row.at) }
      }
    }
  }
  return verifyChain(rows(), () => end)
}
