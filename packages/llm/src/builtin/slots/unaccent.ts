/** Lower case without accents, letter for letter: positions are those of the NFC form of the text. */
export function unaccent(text: string): string {
  return [...text.normalize('NFC')]
    .map((letter) => {
      const base = letter.normalize('NFD').charAt(0).toLowerCase()
      return base.length === letter.length ? base : letter
    })
    .join('')
    .replace(/[’‘]/g, "'")
}
