import { findConcepts } from '../text/concepts.ts'
import { orgWord } from './org-words.ts'
import { unaccent } from './unaccent.ts'

/** The first two capitalised words in a row that are neither words of the trade nor an organisation: a person's name. */
export function findCapitalisedPair(text: string): string | undefined {
  const pair = /(?<![\p{L}-])(?=(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s+\p{Lu}[\p{L}-]+))/gu
  return [...text.matchAll(pair)]
    .map((match) => match[1] ?? '')
    .find((name) =>
      name.split(/\s+/).every((part) => findConcepts(part).size === 0 && !orgWord.test(unaccent(part))),
    )
}
