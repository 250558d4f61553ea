import type { Query } from './rag-set.ts'
import { createRandom } from './random.ts'

const shortest = 4
const letters = 'abcdefghijklmnopqrstuvwxyz'

/** The queries with one typing slip each: a letter missing, added, wrong, or swapped, in one word of four letters or more. */
export function makeTypos(queries: readonly Query[], seed: number): Query[] {
  const random = createRandom(seed)
  const below = (count: number) => Math.floor(random() * count)
  return queries.map((query) => {
    const words = [...query.text.matchAll(/\p{L}+/gu)].filter(([word]) => word.length >= shortest)
    const chosen = words[below(words.length)]
    if (!chosen) return query
    const [word] = chosen
    const at = 1 + below(word.length - 2)
    const letter = letters[below(letters.length)] ?? 'a'
    const slips = [
      word.slice(0, at) + word.slice(at + 1),
      word.slice(0, at) + letter + word.slice(at),
      word.slice(0, at) + letter + word.slice(at + 1),
      word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2),
    ]
    const slip = slips[below(slips.length)] ?? word
    const text = query.text.slice(0, chosen.index) + slip + query.text.slice(chosen.index + word.length)
    return { ...query, text }
  })
}
