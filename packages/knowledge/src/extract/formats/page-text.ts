/** A run of text as a PDF places it; `transform[5]` is its height on the page, upwards. */
export interface PageItem {
  str: string
  hasEOL: boolean
  height: number
  transform: number[]
}

/** A gap between two lines that is this many times their height parts two paragraphs. */
const paragraphGap = 1.7

interface Line {
  text: string
  y: number
  height: number
}

/** The lines of a page, paragraphs parted by an empty line; '' for a page without a letter or digit. */
export function pageText(items: readonly PageItem[]): string {
  let text = ''
  let before: Line | undefined
  for (const line of linesOf(items)) {
    if (before) text += isFar(before, line) ? '\n\n' : '\n'
    text += line.text
    before = line
  }
  return /[\p{L}\p{N}]/u.test(text) ? text : ''
}

function isFar(before: Line, line: Line): boolean {
  const height = Math.max(before.height, line.height, 1)
  const gap = before.y - line.y
  return gap > height * paragraphGap || gap < -height
}

function linesOf(items: readonly PageItem[]): Line[] {
  const lines: Line[] = []
  let open: Line | undefined
  for (const { str, hasEOL, height, transform } of items) {
    if (open) open = { ...open, text: open.text + str, height: Math.max(open.height, height) }
    else if (str !== '') open = { text: str, y: transform[5] ?? 0, height }
    if (!hasEOL || !open) continue
    lines.push(open)
    open = undefined
  }
  if (open) lines.push(open)
  return lines.map((line) => ({ ...line, text: plain(line.text) })).filter(({ text }) => text !== '')
}

/** Without soft hyphens and control characters, ligatures written out. */
const plain = (text: string) =>
  text
    .replace(/[\u00ad\p{Cs}]|[^\P{Cc}\s]/gu, '')
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC'))
    .replace(/\s+/g, ' ')
    .trim()
