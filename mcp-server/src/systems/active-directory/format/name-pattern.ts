/** What may be written in another way (an accent, a ligature, the other apostrophe): servers tell them apart. */
const changeable = /[aceinosuy']/

/** Lower case without accents; ligatures as two letters, one kind of apostrophe. Two names that people take for the same are equal. */
export function foldName(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('\u0153', 'oe')
    .replaceAll('\u00e6', 'ae')
    .replaceAll('\u00df', 'ss')
    .replaceAll('\u2019', "'")
}

/** The words of a text, folded. */
export function nameWords(text: string): string[] {
  return foldName(text)
    .split(/[\s,;]+/u)
    .filter((word) => word !== '')
}

/**
 * Pieces of a folded word that stand in every spelling of it, in their order: what lies between them may be
 * written with an accent. The server finds too much with them, never too little.
 */
export function plainPieces(word: string): string[] {
  const letters = [...word].map((letter) =>
    changeable.test(letter) || (letter.codePointAt(0) ?? 0) > 0x7f ? '\0' : letter,
  )
  return letters
    .join('')
    .split('\0')
    .filter((piece) => piece !== '')
}
