import type { Db } from '@hub/prisma'
import type { EmbeddingProvider } from '../embedding/embedding-provider.ts'
import { lexicalVectors } from '../embedding/lexical-vectors.ts'
import { expandSaints } from '../text/expand-saints.ts'
import { findIdentifiers } from '../text/identifiers.ts'
import { subjectWords } from '../text/words.ts'
import { fuse, spread } from './fuse.ts'
import { queryTerms } from './query-terms.ts'
import type { KnowledgeQuestion } from './question.ts'
import { type FoundPassage, readPassages } from './read-passages.store.ts'
import { searchTrigrams } from './search-trigrams.store.ts'
import { searchVectors } from './search-vectors.store.ts'
import { searchWords } from './search-words.store.ts'
import { unknownWords } from './unknown-words.store.ts'

export type KnowledgeSearch = (
  question: KnowledgeQuestion,
) => Promise<{ passages: FoundPassage[]; method: 'hybrid' | 'lexical' }>

export const dump: { last: unknown } = { last: undefined }
/** tmp */
export function createKnowledgeSearch({ db }: { db: Db }): KnowledgeSearch {
  const provider: EmbeddingProvider = lexicalVectors
  return async (question) => {
    const text = expandSaints(question.query)
    const limit = 50
    const t0 = performance.now()
    const words = await searchWords(db, { question, asked: queryTerms(text), limit })
    const t1 = performance.now()
    const unknown = await unknownWords(
      db,
      subjectWords(text)
        .map((w) => w.folded)
        .filter((w) => w.length > 3)
        .slice(0, 12),
    )
    const t2 = performance.now()
    const ids = findIdentifiers(text)
    const trigrams = await searchTrigrams(db, { question, runs: [...ids, ...unknown], limit })
    const t3 = performance.now()
    const vectors = await searchVectors(db, { question, text, provider, limit })
    const t4 = performance.now()
    dump.last = { words, trigrams, vectors, unknown, ids, times: [t1 - t0, t2 - t1, t3 - t2, t4 - t3] }
    const hits = fuse([
      { hits: words, weight: 1 },
      { hits: trigrams, weight: ids.length > 0 ? 1 : 0.3 },
      { hits: vectors, weight: 0.3 },
    ])
    return { passages: await readPassages(db, spread(hits, 2).slice(0, question.limit)), method: 'lexical' }
  }
}
