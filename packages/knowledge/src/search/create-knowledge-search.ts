import type { Db } from '@hub/prisma'
import { expandSaints } from '../text/expand-saints.ts'
import { fuse, spread } from './fuse.ts'
import { clientLeg, identifiersLeg, wordsLeg } from './legs.ts'
import type { KnowledgeQuestion } from './question.ts'
import { type FoundPassage, readPassages } from './read-passages.store.ts'
import { understandQuery } from './understand-query.ts'

export interface KnowledgeContext {
  db: Db
}

/** Passages for a question, best first. Throws errors of the database and the reason of the signal. */
export type KnowledgeSearch = (
  question: KnowledgeQuestion,
) => Promise<{ passages: FoundPassage[]; method: 'hybrid' | 'lexical' }>

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
    return { passages: await readPassages(db, best), method: 'lexical' }
  }
}
