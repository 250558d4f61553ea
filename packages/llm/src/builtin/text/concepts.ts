import { isTypoOf } from './edit-distance.ts'
import { foldToWords } from './fold.ts'
import { type Concept, lexicon } from './lexicon.ts'

interface Matchers {
  words: ReadonlySet<string>
  stems: string[]
  phrases: RegExp[]
}

const isPhrase = (entry: string) => /[^a-z0-9*]/.test(entry)

function compile(entries: readonly string[]): Matchers {
  const single = entries.filter((entry) => !isPhrase(entry))
  return {
    words: new Set(single.filter((entry) => !entry.endsWith('*'))),
    stems: single.filter((entry) => entry.endsWith('*')).map((entry) => entry.slice(0, -1)),
    phrases: entries.filter(isPhrase).map((entry) => new RegExp(`(?:^| )(?:${entry})(?= |$)`)),
  }
}

const matchers = Object.entries(lexicon).map(([concept, entries]) => ({
  concept: concept as Concept,
  ...compile(entries),
}))

const everyWord = new Set(matchers.flatMap(({ words }) => [...words]))

function hasExactly(matcher: Matchers, text: string, tokens: string[]): boolean {
  return (
    tokens.some(
      (token) => matcher.words.has(token) || matcher.stems.some((stem) => token.startsWith(stem)),
    ) || matcher.phrases.some((phrase) => phrase.test(text))
  )
}

function hasNearly({ words, stems }: Matchers, tokens: string[]): boolean {
  return tokens.some(
    (token) =>
      stems.some((stem) => isTypoOf(token.slice(0, stem.length), stem)) ||
      [...words].some((word) => isTypoOf(token, word)),
  )
}

/** The concepts named in a sentence (French or English), whatever its case and accents and with typing slips. */
export function findConcepts(sentence: string): ReadonlySet<Concept> {
  const text = foldToWords(sentence)
  const tokens = text.split(' ')
  const unknown = tokens.filter((token) => token.length >= 5 && !everyWord.has(token))
  const found = matchers.filter((matcher) => hasExactly(matcher, text, tokens) || hasNearly(matcher, unknown))
  return new Set(found.map(({ concept }) => concept))
}
