import { conceptsOf } from '../lexicon/concepts.ts'
import { subjectWords } from '../text/words.ts'
import type { EmbeddingProvider } from './embedding-provider.ts'
import { hashFeature } from './hash-feature.ts'

const dim = 384
const gramLength = 5
/** Beginnings of words stand for their stems. */
const prefixLengths = [4, 7]
const conceptWeight = 1
/** Beyond this length a word weighs no more. */
const longestWord = 10
const maxWords = 2000

/** Hashed character n-grams of words plus the concepts of the lexicon: likeness of words, not of meaning. */
export const lexicalVectors: EmbeddingProvider = {
  id: 'lexical-1',
  dim,
  kind: 'lexical',
  minLikeness: 0.2,
  embed: async (texts) => texts.map(vectorOf),
}

function vectorOf(text: string): number[] {
  const vector = new Array<number>(dim).fill(0)
  const words = subjectWords(text)
    .slice(0, maxWords)
    .map(({ folded }) => folded)
  for (const [word, count] of countOf(words)) addWord(vector, { word, weight: damped(count) })
  for (const [concept, count] of countOf(conceptsOf(text).map(({ id }) => id))) {
    addFeature(vector, { feature: `concept ${concept}`, weight: conceptWeight * damped(count) })
  }
  return toUnit(vector)
}

/** The features of a word share its weight; long words say more than short ones. */
function addWord(vector: number[], { word, weight }: { word: string; weight: number }): void {
  const features = featuresOf(word)
  const share = weight * Math.sqrt(Math.min(word.length, longestWord) / features.length)
  for (const feature of features) addFeature(vector, { feature, weight: share })
}

function featuresOf(word: string): string[] {
  const padded = `_${word}_`
  const count = Math.max(padded.length - gramLength + 1, 0)
  const grams = Array.from({ length: count }, (_, at) => padded.slice(at, at + gramLength))
  return [...grams, ...prefixLengths.map((length) => `prefix ${word.slice(0, length)}`)]
}

function addFeature(vector: number[], { feature, weight }: { feature: string; weight: number }): void {
  const hash = hashFeature(feature)
  const slot = (hash >>> 1) % vector.length
  vector[slot] = (vector[slot] ?? 0) + (hash & 1 ? weight : -weight)
}

function countOf(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return counts
}

const damped = (count: number) => 1 + Math.log(count)

function toUnit(vector: number[]): number[] {
  const length = Math.hypot(...vector)
  return length === 0 ? vector : vector.map((value) => value / length)
}
