export interface MarkedPiece {
  text: string
  isMarked: boolean
  /** Where it begins in the whole text. */
  at: number
}

const fold = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()

/** Splits a text at the words that begin with one of the stems, without case and accents. */
export function splitMarked(text: string, stems: readonly string[]): MarkedPiece[] {
  const wanted = stems.map(fold).filter((stem) => stem.length > 1)
  const pieces: MarkedPiece[] = []
  let at = 0
  const push = (to: number, isMarked: boolean) => {
    if (to > at) pieces.push({ text: text.slice(at, to), isMarked, at })
    at = to
  }
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+(?:[-_.@/:][\p{L}\p{M}\p{N}]+)*/gu)) {
    const parts = [word, ...word.split(/[-_.@/:]/)].map(fold)
    if (!wanted.some((stem) => parts.some((part) => part.startsWith(stem)))) continue
    push(index, false)
    push(index + word.length, true)
  }
  push(text.length, false)
  return pieces
}
