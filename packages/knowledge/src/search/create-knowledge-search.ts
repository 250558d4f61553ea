import type { SearchExplanation } from '@hub/contracts'
import type { Db } from '@hub/prisma'
import { createQueryEmbedding } from '../embedding/embed-query.ts'
import { type Embeddings, withoutEmbeddings } from '../embedding/embedder.ts'
import { expandSaints } from '../text/expand-saints.ts'
import { withoutMarkup } from '../text/without-markup.ts'
import { explainHits } from './explain-hits.ts'
import { fuse, spread } from './fuse.ts'
import { clientLeg, clientsAsked, identifiersLeg, wordsLeg } from './legs.ts'
import type { KnowledgeQuestion } from './question.ts'
import { type FoundPassage, readPassages } from './read-passages.store.ts'
import { understandQuery } from './understand-query.ts'
import { vectorsLeg } from './vectors-leg.ts'

export interface KnowledgeContext {
  db: Db
  /** By words alone unless told. */
  embeddings?: Embeddings
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

/** The search over the knowledge base: BM25, identifiers and vectors, fused by weighted reciprocal rank. */
export function createKnowledgeSearch({
  db,
  embeddings = withoutEmbeddings,
}: KnowledgeContext): KnowledgeSearch {
  const embedQuery = createQueryEmbedding()
  return async (asked) => {
    asked.signal?.throwIfAborted()
    const query = withoutMarkup(asked.query.replaceAll('\0', ' ').slice(0, maxQueryLength))
    const question = { ...asked, query }
    const text = expandSaints(query)
    const ctx = { db, question, text }
    const understood = await understandQuery(db, { question, text })
    const visible = understood.statistics.chunks
    const [vectors, words, identifiers, names] = await Promise.all([
      vectorsLeg(ctx, { embeddings, embedQuery, visible }),
      wordsLeg(ctx, understood),
      identifiersLeg(ctx),
      clientsAsked(ctx),
    ])
    question.signal?.throwIfAborted()
    const withoutVectors = typeof vectors === 'string' ? vectors : undefined
    const others = typeof vectors === 'string' ? [words, identifiers] : [words, identifiers, vectors]
    const legs = [...others, await clientLeg(ctx, { names, others })]
    const hits = spread(fuse(legs), passagesPerDocument).slice(0, question.limit)
    const passages = await readPassages(db, { question, hits })
    const method = withoutVectors === undefined ? 'hybrid' : 'lexical'
    if (!question.explain) return { passages, method }
    const explained = { question, understood, hits, method, withoutVectors } as const
    return { passages, method, explanation: await explainHits(db, explained) }
  }
}
