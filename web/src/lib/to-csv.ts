import type { Locale } from '@hub/contracts'

type Cell = string | number | null

/** What a spreadsheet reads as the beginning of a formula. */
const formula = /^[=+\-@\t\r]/
const byteOrderMark = '\ufeff'

/**
 * Rows as a table that a spreadsheet opens as it is meant (RFC 4180): byte order mark, semicolons and decimal commas
 * in French, and no text that it would run as a formula.
 */
export function toCsv(rows: readonly (readonly Cell[])[], locale: Locale): string {
  const delimiter = locale === 'fr' ? ';' : ','
  const lines = rows.map((row) => row.map((cell) => cellText(cell, { delimiter, locale })).join(delimiter))
  return `${byteOrderMark}${lines.join('\r\n')}\r\n`
}

function cellText(cell: Cell, { delimiter, locale }: { delimiter: string; locale: Locale }): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return locale === 'fr' ? String(cell).replace('.', ',') : String(cell)
  const text = formula.test(cell) ? `'${cell}` : cell
  const needsQuotes = text.includes(delimiter) || /["\r\n]/.test(text)
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text
}
