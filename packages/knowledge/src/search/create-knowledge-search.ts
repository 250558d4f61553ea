import type { SearchExplanation } from '@hub/contracts'
import type { Db } from '@hub/prisma'
import { expandSaints } from '../text/expand-saints.ts'
import { explainHits } from './explain-hits.ts'
import { fuse, spread } from './fuse.ts'
import { clientLeg, identifiersLeg, wordsLeg } from './legs.ts'
import type { KnowledgeQuestion } from './question.ts'
import { type FoundPassage, readPassages } from './read-passages.store.ts'
import { understandQuery } from './understand-query.ts'

export interface KnowledgeContext {
  db: Db
}

/** Passages for a question, best first. Throws errors of the database and the reason of the signal. */
export type KnowledgeSearch = (question: KnowledgeQuestion) => Promise<KnowledgeAnswer>

/** `lexical`: by words alone, no model of meaning took part. */
export interface KnowledgeAnswer {
  passages: FoundPassage[]
  method: 'hybrid' | 'lexical'
  /** When asked for. */
  explanation?: SearchExplanation
}

const maxQueryLength = 1000
const passagesPerDocument = 2

/** The search over the knowledge base: full text, trigrams and vectors, fused by weighted reciprocal rank. */
export function createKnowledgeSearch({ db }: KnowledgeContext): KnowledgeSearch {
  return async (question) => {
    question.signal?.throwIfAborted()
    const text = expandSaints(question.query.replaceAll('\0', ' ').slice(0, maxQueryLength))
    const ctx = { db, question, text }
    const understood = await understandQuery(db, { question, text })
    const legs = await Promise.all([wordsLeg(ctx, understood), identifiersLeg(ctx), clientLeg(ctx)])
    const best = spread(fuse(legs), passagesPerDocument).slice(0, question.limit)
    const passages = await readPassages(db, { question, hits: best })
    const method = 'lexical'
    if (!question.explain) return { passages, method }
    return {
      passages,
      method,
      explanation: await explainHits(db, { question, understood, hits: best, method }),
    }
  }
}
