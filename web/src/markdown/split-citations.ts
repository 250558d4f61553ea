/** A stretch of prose, or one citation of a known source with the punctuation that must stay on its line. */
export type Piece = { text: string } | { n: number; tail: string }

const bracketed = /\[(\d{1,3}(?:\s*,\s*\d{1,3})*)\](\u00a0?[.,;:!?)»…]+)?/g

/**
 * Cuts prose at its citations: `[2]` or `[1, 3]` whose numbers all exist in `known`. Anything else in brackets
 * stays text as written, so a number the model made up never looks like a source.
 */
export function splitCitations(text: string, known: ReadonlySet<number>): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const match of text.matchAll(bracketed)) {
    const numbers = (match[1] ?? '').split(',').map(Number)
    if (!numbers.every((n) => known.has(n))) continue
    if (match.index > end) pieces.push({ text: text.slice(end, match.index) })
    pieces.push(...numbers.map((n, at) => ({ n, tail: at === numbers.length - 1 ? (match[2] ?? '') : '' })))
    end = match.index + match[0].length
  }
  if (end < text.length || pieces.length === 0) pieces.push({ text: text.slice(end) })
  return pieces
}
