import type { PassageMark, SearchExplanation } from '@hub/contracts'
import type { Db } from '@hub/prisma'
import { createQueryEmbedding } from '../embedding/embed-query.ts'
import { type Embeddings, withoutEmbeddings } from '../embedding/embedder.ts'
import { type FoundAmount, foundAmount } from '../gaps/found-amount.ts'
import { applyMarks } from '../marks/apply-marks.ts'
import { marksInForce } from '../marks/marks-in-force.store.ts'
import { expandSaints } from '../text/expand-saints.ts'
import { withoutMarkup } from '../text/without-markup.ts'
import { explainHits } from './explain-hits.ts'
import { fuse, spread } from './fuse.ts'
import { clientLeg, clientsAsked, identifiersLeg, wordsLeg } from './legs.ts'
import type { KnowledgeQuestion } from './question.ts'
import { type FoundPassage, readPassages } from './read-passages.store.ts'
import { understandQuery } from './understand-query.ts'
import { vectorsLeg } from './vectors-leg.ts'
import { readVisibleScope } from './visible.store.ts'

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
  found: FoundAmount
  /** Passages among the candidates that are confirmed as wrong or outdated. */
  leftOut: number
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
    const scope = await readVisibleScope(db, question)
    const ctx = { db, question, scope, text }
    const understood = await understandQuery(db, { scope, text })
    const [marks, vectors, words, identifiers, names] = await Promise.all([
      marksInForce(db),
      vectorsLeg(ctx, { embeddings, embedQuery }),
      wordsLeg(ctx, understood),
      identifiersLeg(ctx),
      clientsAsked(ctx),
    ])
    question.signal?.throwIfAborted()
    const withoutVectors = typeof vectors === 'string' ? vectors : undefined
    const others = typeof vectors === 'string' ? [words, identifiers] : [words, identifiers, vectors]
    const legs = [...others, await clientLeg(ctx, { names, others })]
    const { kept, leftOut } = applyMarks(fuse(legs), marks)
    const hits = spread(kept, passagesPerDocument).slice(0, question.limit)
    const passages = withMarks(await readPassages(db, { question, hits }), marks)
    const method = withoutVectors === undefined ? 'hybrid' : 'lexical'
    const found = passages.length === 0 ? 'nothing' : foundAmount(legs, hits)
    const answer = { passages, method, found, leftOut } as const
    if (!question.explain) return answer
    const explained = { scope, understood, hits, method, withoutVectors } as const
    return { ...answer, explanation: await explainHits(db, explained) }
  }
}

function withMarks(passages: FoundPassage[], marks: ReadonlyMap<string, PassageMark>): FoundPassage[] {
  return passages.map((passage) => {
    const mark = marks.get(passage.chunkId)
    return mark ? { ...passage, mark } : passage
  })
}
