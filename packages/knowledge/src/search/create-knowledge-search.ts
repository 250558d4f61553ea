import type { Db } from '@hub/prisma'
import type { EmbeddingProvider } from '../embedding/embedding-provider.ts'
import { lexicalVectors } from '../embedding/lexical-vectors.ts'
import { expandSaints } from '../text/expand-saints.ts'
import { fuse, spread } from './fuse.ts'
import { clientLeg, identifiersLeg, slipsLeg, vectorsLeg, wordsLeg } from './legs.ts'
import type { KnowledgeQuestion } from './question.ts'
import { type FoundPassage, readPassages } from './read-passages.store.ts'

export interface KnowledgeContext {
  db: Db
  /** Must be the one that the documents were ingested with; lexical vectors unless told. */
  embeddings?: EmbeddingProvider
}

/** Passages for a question, best first. Throws errors of the database and the reason of the signal. */
export type KnowledgeSearch = (
  question: KnowledgeQuestion,
) => Promise<{ passages: FoundPassage[]; method: 'hybrid' | 'lexical' }>

const maxQueryLength = 1000
const passagesPerDocument = 2

/** The search over the knowledge base: full text, trigrams and vectors, fused by weighted reciprocal rank. */
export function createKnowledgeSearch({
  db,
  embeddings = lexicalVectors,
}: KnowledgeContext): KnowledgeSearch {
  const method = embeddings.kind === 'model' ? 'hybrid' : 'lexical'
  return async (question) => {
    const text = expandSaints(question.query.replaceAll('\0', ' ').slice(0, maxQueryLength))
    const ctx = { db, embeddings, question, text }
    const legs = []
    for (const leg of [wordsLeg, identifiersLeg, slipsLeg, vectorsLeg, clientLeg]) {
      question.signal?.throwIfAborted()
      legs.push(await leg(ctx))
    }
    const best = spread(fuse(legs), passagesPerDocument).slice(0, question.limit)
    return { passages: await readPassages(db, best), method }
  }
}
