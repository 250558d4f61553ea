import { fold } from '../text/fold.ts'

const titles = new Set(
  'm mr mme mlle mrs ms miss dr docteur pr prof monsieur madame maitre me nee epouse ep'.split(' '),
)

/** Words of a name: folded, hyphens open words, apostrophes close them; courtesy titles left out. */
export function nameTokens(name: string): string[] {
  return fold(name)
    .replace(/\([^)]*\)/g, ' ')
    .replace(/'s\b/g, '')
    .replace(/'/g, '')
    .split(/[^\p{L}]+/u)
    .filter((token) => token !== '' && !titles.has(token))
}

const sorted = (tokens: readonly string[]) => tokens.toSorted().join(' ')

/** Every way to write the words of a name in a row, starting at any of them: given name or surname first. */
function rotations(tokens: readonly string[]): string[] {
  return tokens.map((_, start) => [...tokens.slice(start), ...tokens.slice(0, start)].join(''))
}

/**
 * Whether two full names are the same: order, accents, case, hyphens and glued particles do not matter. Part of a
 * name is never enough: a given name alone, or one half of a double surname, is another name.
 */
export function isSameName(a: string, b: string): boolean {
  const left = nameTokens(a)
  const right = nameTokens(b)
  if (left.length < 2 || right.length < 2) return false
  return sorted(left) === sorted(right) || rotations(left).includes(right.join(''))
}

/** Whether a text holds a full name, its words side by side in any order. */
export function textHoldsName(textTokens: readonly string[], name: string): boolean {
  const tokens = nameTokens(name)
  if (tokens.length < 2) return false
  const wanted = sorted(tokens)
  const glued = new Set(rotations(tokens))
  return textTokens.some((_, start) =>
    [2, 3, 4, 5].some((size) => {
      const part = textTokens.slice(start, start + size)
      if (part.length !== size) return false
      return (size === tokens.length && sorted(part) === wanted) || glued.has(part.join(''))
    }),
  )
}
