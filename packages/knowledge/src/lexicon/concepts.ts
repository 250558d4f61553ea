import { allWords } from '../text/words.ts'
import { type Concept, lexicon } from './lexicon.ts'

const longestPhrase = 4

const byPhrase = new Map<string, Concept>()
const stems: { stem: string; concept: Concept }[] = []
for (const concept of lexicon) {
  for (const entry of concept.entries) {
    if (entry.endsWith('*')) stems.push({ stem: entry.slice(0, -1), concept })
    else byPhrase.set(singular(entry), concept)
  }
}

/** A concept and the words of a text that name it, folded. */
export interface ConceptMention extends Concept {
  words: readonly string[]
}

/** The concepts of the lexicon that a text names, in order, longest phrases first. */
export function conceptsOf(text: string): ConceptMention[] {
  const words = allWords(text).map(({ folded }) => folded)
  const found: ConceptMention[] = []
  for (let at = 0; at < words.length; ) {
    const mention = mentionAt(words, at)
    if (mention) found.push(mention)
    at += mention?.words.length ?? 1
  }
  return found
}

function mentionAt(words: readonly string[], at: number): ConceptMention | undefined {
  for (let length = Math.min(longestPhrase, words.length - at); length > 0; length--) {
    const named = words.slice(at, at + length)
    const concept = byPhrase.get(singular(named.join(' ')))
    if (concept) return { ...concept, words: named }
  }
  const word = words[at] ?? ''
  const stem = stems.find((candidate) => word.startsWith(candidate.stem))
  return stem && { ...stem.concept, words: [word] }
}

/** Without the plural of each word, so that "boites mail" and "boite mail" are one. */
function singular(phrase: string): string {
  return phrase.replace(/(?<=[a-z]{3})(?:s|x)\b/g, '')
}
