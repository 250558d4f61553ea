/**
 * Words of what a person typed, for a search by parts: "St-Jean" must find "St Jean", and signs such as `^`, `$` or
 * `*` mean something to GLPI.
 */
export function searchWords(query: string): string[] {
  return query.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
}

/** Letters without case and accents, words apart by one space. */
export function foldText(text: string): string {
  return searchWords(text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()).join(' ')
}

/** Puts first what is named exactly like the query, then what holds its every word, then the rest. */
export function bestFirst<T>(query: string, items: T[], nameOf: (item: T) => string): T[] {
  const wanted = foldText(query)
  const words = wanted.split(' ')
  const rank = (item: T) => {
    const name = foldText(nameOf(item))
    if (name === wanted) return 0
    return words.every((word) => name.includes(word)) ? 1 : 2
  }
  return items
    .map((item) => ({ item, rank: rank(item) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item)
}
