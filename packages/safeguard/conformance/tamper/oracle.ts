import { chainHash } from '../../src/audit/chain-hash.ts'
import type { StoredAuditRow } from '../../src/audit/verify-chain.ts'
import type { Chain } from './edits.ts'

/**
 * The number that must be named, found by comparing with the untouched chain: the first row that differs. A changed row
 * that carries its own right hash looks whole, so that the row after it, or the end, is the first that does not fit.
 * Null when both say the same.
 */
export function firstDifference(whole: Chain, edited: Chain): string | null {
  for (const [index, row] of edited.rows.entries()) {
    const before = whole.rows[index]
    if (before && textOf(row) === textOf(before)) continue
    if (!looksWhole(row, edited.rows[index - 1], index)) return row.seq.toString()
    return (edited.rows[index + 1]?.seq ?? row.seq + 1n).toString()
  }
  const isSameEnd = edited.end.seq === whole.end.seq && edited.end.hash === whole.end.hash
  if (edited.rows.length === whole.rows.length && isSameEnd) return null
  return (BigInt(edited.rows.length) + 1n).toString()
}

function looksWhole(row: StoredAuditRow, previous: StoredAuditRow | undefined, index: number): boolean {
  const follows = row.prevHash === (previous?.hash ?? '0'.repeat(64))
  return row.seq === BigInt(index + 1) && follows && row.hash === chainHash(row)
}

const textOf = (row: object) =>
  JSON.stringify(row, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))
