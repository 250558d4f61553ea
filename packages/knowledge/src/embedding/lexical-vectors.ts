import { conceptsOf } from '../lexicon/concepts.ts'
import { subjectWords } from '../text/words.ts'
import type { EmbeddingProvider } from './embedding-provider.ts'
import { hashFeature } from './hash-feature.ts'

const dim = 384
const gramLengths = [3, 4, 5]
const conceptWeight = 1.5
const maxWords = 2000

/** Hashed character n-grams of words plus the concepts of the lexicon: likeness of words, not of meaning. */
export const lexicalVectors: EmbeddingProvider = {
  id: 'lexical-1',
  dim,
  kind: 'lexical',
  minLikeness: 0.1,
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

/** A word weighs the same whatever its length: its n-grams share its weight. */
function addWord(vector: number[], { word, weight }: { word: string; weight: number }): void {
  const grams = gramsOf(`_${word}_`)
  for (const feature of grams) addFeature(vector, { feature, weight: weight / Math.sqrt(grams.length) })
}

function gramsOf(padded: string): string[] {
  return gramLengths.flatMap((length) =>
    Array.from({ length: Math.max(padded.length - length + 1, 0) }, (_, at) => padded.slice(at, at + length)),
  )
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
