/** Lower case without accents or ligatures; every apostrophe becomes `'`. Length may differ from the original. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/œ/gi, 'oe')
    .replace(/[’‘`´]/g, "'")
    .toLowerCase()
}

/** Folded words only, separated by single spaces: the form that word patterns are matched against. */
export function foldToWords(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
