/** Lower case without accents, words parted by single spaces. */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** A test for texts that hold every word of the query, whatever accents, case and punctuation. Pure. */
export function matchingWords(query: string): (texts: readonly (string | null)[]) => boolean {
  const words = folded(query).split(' ')
  return (texts) => {
    const text = folded(texts.filter((part) => part !== null).join(' '))
    return words.every((word) => text.includes(word))
  }
}
