import { toPlainLine } from '../format/rich-text.ts'
import type { Cell, SearchRow } from '../schemas.ts'

/** The values of a cell as texts; none for an empty one (protocol section 1.6). */
export function cellTexts(cell: Cell | undefined): string[] {
  const values = Array.isArray(cell) ? cell : [cell]
  return values.flatMap((value) =>
    value === null || value === undefined || value === '' ? [] : [String(value)],
  )
}

/** First value of a cell as text, or null. */
export function cellText(cell: Cell | undefined): string | null {
  return cellTexts(cell)[0] ?? null
}

/** First value of a cell as a number, or null. */
export function cellNumber(cell: Cell | undefined): number | null {
  const value = Number(cellText(cell) ?? Number.NaN)
  return Number.isFinite(value) ? value : null
}

/** First value of a column as one plain line, or null. */
export function lineOf(row: SearchRow, column: number): string | null {
  const text = cellText(row[column])
  return text === null ? null : toPlainLine(text) || null
}
