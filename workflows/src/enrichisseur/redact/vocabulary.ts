import { fold } from '../../support/text/fold.ts'
import { firstNames, namesThatAreWords } from './first-names.ts'
import { acronyms, properWords } from './proper-words.ts'
import { words1 } from './words-1.ts'
import { words2 } from './words-2.ts'

const words: ReadonlySet<string> = new Set(`${words1} ${words2}`.trim().split(/\s+/))

/** Endings of French and English inflection, longest first: a known word in another form is known. */
const ending =
  /(?:issements?|ements?|ations?|aient|erons|eront|erait|ables?|antes?|ants?|ent|ait|ais|ees|ers?|ez|es|ed|ing|ons|ee|er|ir|e|s|x|d)$/
const shortestStem = 5
const stems: ReadonlySet<string> = new Set(
  [...words].map((word) => word.replace(ending, '')).filter((stem) => stem.length >= shortestStem),
)

/** Whether a word in small letters is an ordinary one. */
export function isOrdinary(word: string): boolean {
  const folded = fold(word)
  if (firstNames.has(folded)) return false
  return words.has(folded) || properWords.has(folded) || acronyms.has(folded) || isInflected(folded)
}

function isInflected(folded: string): boolean {
  const stem = folded.replace(ending, '')
  return stem.length >= shortestStem && stem !== folded && stems.has(stem)
}

/** Whether a word with a capital begins a sentence as any word does. */
export function mayBegin(word: string): boolean {
  const folded = fold(word)
  if (firstNames.has(folded) || namesThatAreWords.has(folded)) return false
  // « Vérifié », « Remplacées »: few names end so.
  return words.has(folded) || (/é(?:e?s?)$/u.test(word) && isInflected(folded))
}

/** Whether a word is written with a capital, or in capitals, wherever it stands, and names nobody. */
export function isProper(word: string): boolean {
  const folded = fold(word)
  return properWords.has(folded) || (word === word.toUpperCase() && acronyms.has(folded))
}
