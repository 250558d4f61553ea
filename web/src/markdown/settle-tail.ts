// What a line may become once the rest of it is there: a list item, a heading, a fence, an underline.
const halfMarker = /^[ \t>]*(?:[-*+_=~`#>][-*+_=~`#> ]{0,5}|\d{1,9}[.)]?|[-*+] \[[ xX]?\]?)[ \t]*$/
const tableLine = /^ {0,3}\|/
const halfLink = /!?\[([^\][]*)(?:\]\([^()\s]*|\])?$/
const numbers = /^[\d,\s^]*$/
const endsOpening = /(?<=^|\s)\s*[*_~]{1,3}$/
const mark = /\*\*|~~|\*|(?<!\w)_|_(?!\w)/g

/**
 * The end of a growing text as it will most likely read once whole, so that nothing flashes or jumps: half markers
 * and rows wait, a half link shows its words, open emphasis and code are closed.
 */
export function settleTail(text: string): string {
  const lines = withoutHalfRow(withoutMarker(text.split('\n')))
  const last = lines.pop() ?? ''
  return [...lines, tableLine.test(last) ? last : closeMarks(closeLink(last))].join('\n')
}

function withoutMarker(lines: string[]): string[] {
  return halfMarker.test(lines.at(-1) ?? '') ? lines.slice(0, -1) : lines
}

// The first row of a table is mere text until the row under it is whole; a half row would move its columns again and again.
function withoutHalfRow(lines: string[]): string[] {
  const isLineWhole = lines.at(-1) === ''
  const body = isLineWhole ? lines.slice(0, -1) : lines
  const first = body.findLastIndex((line) => !tableLine.test(line)) + 1
  const rows = body.length - first
  if (rows === 1 || (rows === 2 && !isLineWhole)) return lines.slice(0, first)
  return rows > 2 && !isLineWhole ? lines.slice(0, -1) : lines
}

function closeLink(line: string): string {
  const found = halfLink.exec(line)
  if (!found) return line
  const words = found[1] ?? ''
  const isCitation = numbers.test(words)
  if (isCitation && line.endsWith(']')) return line
  return line.slice(0, found.index) + (isCitation ? '' : words)
}

function closeMarks(line: string): string {
  if (endsOpening.test(line)) return line.replace(endsOpening, '')
  const codeAt = openCodeAt(line)
  if (codeAt >= 0 && codeAt === line.length - 1) return closeMarks(line.slice(0, -1))
  if (codeAt >= 0) return `${line}\`${closersOf(line.slice(0, codeAt))}`
  if (closersOf(line) === '') return line
  const bare = line.replace(/[*_~\s]+$/, '')
  return bare + closersOf(bare)
}

/** Where a code span opens that does not close, or -1. */
function openCodeAt(line: string): number {
  const ticks = [...line.matchAll(/`+/g)]
  return ticks.length % 2 === 0 ? -1 : (ticks.at(-1)?.index ?? -1)
}

/** The marks that close the emphasis left open in a line, innermost first. */
function closersOf(line: string): string {
  const prose = line.replace(/`[^`]*`|\\./g, (skipped) => 'x'.repeat(skipped.length))
  const open: string[] = []
  for (const { 0: found, index } of prose.matchAll(mark)) {
    const canOpen = /\S/.test(prose[index + found.length] ?? '')
    if (open.includes(found)) open.splice(open.lastIndexOf(found))
    else if (canOpen) open.push(found)
  }
  return open.reverse().join('')
}
