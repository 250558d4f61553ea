import { isTypoOf } from './edit-distance.ts'
import { foldToWords } from './fold.ts'
import { everydayWords } from './lexicon/everyday.ts'
import { actionConcepts, type Concept, lexicon } from './lexicon.ts'
import { ordersAny } from './order-form.ts'
import { withoutParticiples } from './participles.ts'

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
const everyStem = matchers.flatMap(({ stems }) => stems)
const byFirstLetter = (entries: Iterable<string>) => Map.groupBy(entries, (entry) => entry.charAt(0))
const wordsFrom = byFirstLetter(everyWord)
const stemsFrom = byFirstLetter(everyStem)
const shortestSlip = 5

function hasExactly(matcher: Matchers, text: string, tokens: string[]): boolean {
  return (
    tokens.some(
      (token) => matcher.words.has(token) || matcher.stems.some((stem) => token.startsWith(stem)),
    ) || matcher.phrases.some((phrase) => phrase.test(text))
  )
}

/** The known words and stems that a token is a slip of, the closest reading first; none for a word that is known. */
function mend(token: string): string[] {
  if (token.length < shortestSlip || everyWord.has(token) || everydayWords.has(token)) return []
  const stems = stemsFrom.get(token.charAt(0)) ?? []
  if (stems.some((stem) => token.startsWith(stem))) return []
  const asWord = (wordsFrom.get(token.charAt(0)) ?? []).filter((word) => isTypoOf(token, word))
  const asStem = stems.filter((stem) => isTypoOf(token.slice(0, stem.length), stem))
  return [...asWord, ...asStem]
}

const remembered = new Map<string, ReadonlySet<Concept>>()
const mostRemembered = 500

/** The concepts named in a sentence (French or English), whatever its case and accents and with typing slips. */
export function findConcepts(sentence: string): ReadonlySet<Concept> {
  const text = foldToWords(sentence)
  const before = remembered.get(text)
  if (before) return before
  if (remembered.size >= mostRemembered) remembered.clear()
  const concepts = readConcepts(text)
  remembered.set(text, concepts)
  return concepts
}

function readConcepts(text: string): ReadonlySet<Concept> {
  const tokens = text.split(' ')
  const mended = new Map(tokens.map((token) => [token, mend(token)]))
  const known = new Set([...tokens, ...[...mended.values()].flat()])
  const spelled = tokens.map((token) => mended.get(token)?.[0] ?? token).join(' ')
  const found = matchers.filter(
    (matcher) =>
      hasExactly(matcher, text, [...known]) || matcher.phrases.some((phrase) => phrase.test(spelled)),
  )
  return new Set(found.map(({ concept }) => concept))
}

const clauseEnd = /[,;!?\n]+|\.(?=\s|$)|\b(?:mais|but|puis|then|donc|alors|so)\b/i
const blocking = ['past', 'negated'] as const
const blockingAll = ['howTo', 'whether'] as const

export interface Request {
  concepts: ReadonlySet<Concept>
  /** An action is named, and only to say that it must not be done. */
  isRefusal: boolean
  /** An action is named, but as done, as a question how or whether, or as not to be done. */
  isBlocked: boolean
  /** An action is named in words that are no order: to be asked, not done. */
  isUnsure: boolean
}

/**
 * The concepts of a request: a clause that tells what was done or must not be done names no action, and a question how
 * or whether something is done names none at all.
 */
export function readRequest(sentence: string): Request {
  const said = findConcepts(sentence)
  const ordered = findConcepts(withoutParticiples(sentence))
  const all = new Set([...said].filter((concept) => !actionConcepts.has(concept) || ordered.has(concept)))
  const clauses = sentence
    .split(clauseEnd)
    .filter((clause) => clause?.trim())
    .map((clause) => ({ clause, concepts: findConcepts(withoutParticiples(clause)) }))
  const isQuestion = blockingAll.some((mood) => all.has(mood))
  const free = clauses.filter(({ concepts }) => !isQuestion && !blocking.some((mood) => concepts.has(mood)))
  const allowed = new Set(free.flatMap((clause) => [...clause.concepts]))
  const actions = [...all].filter((concept) => actionConcepts.has(concept))
  // An action that only the whole sentence names ("change ... password") counts when no clause is held back.
  const isFree = !isQuestion && free.length === clauses.length
  const left = actions.filter((concept) => isFree || allowed.has(concept))
  const concepts = new Set(
    [...all].filter((concept) => !actionConcepts.has(concept) || left.includes(concept)),
  )
  const isBlocked = actions.length > 0 && left.length === 0
  const named = new Set(left)
  const isOrder = free.some(({ clause }) => ordersAny(clause, named, findConcepts))
  return {
    concepts,
    isBlocked,
    isUnsure: left.length > 0 && !isOrder,
    isRefusal:
      isBlocked &&
      all.has('negated') &&
      !all.has('unable') &&
      !isQuestion &&
      actions.some((name) => name !== 'setTo'),
  }
}
