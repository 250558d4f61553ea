const snippetSide = 70
const mostWords = 8

const wordsOf = (q: string) => q.split(/\s+/).filter(Boolean).slice(0, mostWords)

/** LIKE patterns of a search: each word, anywhere. */
export function matchPatterns(q: string): string[] {
  return wordsOf(q).map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
}

/** Text without accents and capitals; a character that grows (ligatures) keeps its first letter, so places stay. */
function fold(text: string): string {
  const folded = Array.from(text, (character) => {
    const plain = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    return plain.length === character.length
      ? plain
      : plain.padEnd(character.length).slice(0, character.length)
  })
  return folded.join('')
}

/** The surroundings of the first word that is found, in one line. */
export function snippetOf(text: string, q: string): string {
  const line = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  const folded = fold(line)
  const places = wordsOf(q).map((word) => folded.indexOf(fold(word.normalize('NFC'))))
  const at = Math.max(0, Math.min(...places.filter((place) => place >= 0), Number.MAX_SAFE_INTEGER))
  const found = at > line.length ? 0 : at
  const start = Math.max(0, found - snippetSide)
  const end = Math.min(line.length, found + 2 * snippetSide)
  const cut = line.slice(start, end).toWellFormed().replaceAll('\uFFFD', '').trim()
  return `${start > 0 ? '…' : ''}${cut}${end < line.length ? '…' : ''}`
}
