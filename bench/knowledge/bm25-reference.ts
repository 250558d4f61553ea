import { indexWords } from '@hub/knowledge'
import type { Db } from '@hub/prisma'
import type { Ranking } from './measure.ts'
import { type CorpusDocument, documentText } from './rag-set.ts'

const k1 = 1.2
const b = 0.75

/** BM25 in memory over whole documents, with the words and stems of the Hub: what its SQL is held against. */
export async function createBm25Reference(db: Db, corpus: readonly CorpusDocument[]): Promise<Ranking> {
  const stemsOf = createStemmer(db)
  const documents: string[][] = []
  for (const document of corpus) documents.push(await stemsOf(documentText(document)))
  const postings = new Map<string, Map<number, number>>()
  for (const [index, terms] of documents.entries()) {
    for (const term of terms) {
      const counts = postings.get(term) ?? new Map<number, number>()
      postings.set(term, counts.set(index, (counts.get(index) ?? 0) + 1))
    }
  }
  const average = documents.reduce((sum, terms) => sum + terms.length, 0) / documents.length
  return async (query) => {
    const scores = new Map<number, number>()
    for (const term of new Set(await stemsOf(query))) {
      const counts = postings.get(term) ?? new Map<number, number>()
      const rarity = Math.log(1 + (documents.length - counts.size + 0.5) / (counts.size + 0.5))
      for (const [index, count] of counts) {
        const length = (documents[index]?.length ?? 0) / average
        const part = (rarity * count * (k1 + 1)) / (count + k1 * (1 - b + b * length))
        scores.set(index, (scores.get(index) ?? 0) + part)
      }
    }
    const best = [...scores].sort((one, other) => other[1] - one[1]).slice(0, 10)
    return best.map(([index]) => corpus[index]?._id ?? '')
  }
}

function createStemmer(db: Db): (text: string) => Promise<string[]> {
  const known = new Map<string, string>()
  return async (text) => {
    const words = indexWords(text)
    const unknown = [...new Set(words)].filter((word) => !known.has(word))
    const rows = await db.$queryRaw<{ word: string; stem: string }[]>`
      SELECT word, knowledge_stem(word) AS stem FROM unnest(${unknown}::text[]) AS word`
    for (const { word, stem } of rows) known.set(word, stem)
    return words.map((word) => known.get(word) ?? word)
  }
}
