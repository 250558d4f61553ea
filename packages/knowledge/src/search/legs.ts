import type { Db } from '@hub/prisma'
import { findIdentifiers } from '../text/identifiers.ts'
import { clientNames, documentsOf } from './client-documents.store.ts'
import type { Leg } from './fuse.ts'
import { namedClients } from './named-clients.ts'
import type { KnowledgeQuestion } from './question.ts'
import { rankWords } from './rank-words.store.ts'
import { exactLikeness, searchIdentifiers } from './search-identifiers.store.ts'
import type { UnderstoodQuery } from './understand-query.ts'
import type { VisibleScope } from './visible.store.ts'

export interface LegContext {
  db: Db
  question: KnowledgeQuestion
  scope: VisibleScope
  /** The query with its abbreviations written in full. */
  text: string
}

/** Set with bench/knowledge.ts. */
const weights = { words: 1, identifiers: 0.2, nearIdentifiers: 0.1, client: 0.3 }
const limit = 50
/** A passage must name this share of the words asked for, rare ones counting more; below, it is chance. */
const leastCoverage = 0.2

/** Words by BM25, the strongest way without a model. */
export async function wordsLeg({ db, scope }: LegContext, { terms }: UnderstoodQuery): Promise<Leg> {
  const found = await rankWords(db, { scope, terms, limit })
  const hits = found.map((hit) => ({ ...hit, isWeak: hit.coverage < leastCoverage }))
  return { name: 'words', hits, weight: weights.words }
}

/**
 * Device names, error codes, logins and numbers, as they are or nearly. Hits that are alike and too many to be all
 * taken are left to the words: which of them were cut off would be chance.
 */
export async function identifiersLeg({ db, scope, text }: LegContext): Promise<Leg> {
  const runs = findIdentifiers(text)
  const found = await searchIdentifiers(db, { scope, runs, limit: limit + 1 })
  const cut = found[limit]?.score ?? Number.NEGATIVE_INFINITY
  const hits = found.filter(({ score }) => score > cut)
  const isExact = (hits[0]?.score ?? 0) >= exactLikeness
  return { name: 'identifiers', hits, weight: isExact ? weights.identifiers : weights.nearIdentifiers }
}

/** The clients that the question names. */
export async function clientsAsked({ db, question, text }: LegContext): Promise<string[]> {
  return namedClients(text, await clientNames(db, question))
}

/**
 * A question that names a client wants what is written about that client: all that the other legs found of it, and the
 * beginnings of its documents.
 */
export async function clientLeg(
  { db, question }: LegContext,
  { names, others }: { names: readonly string[]; others: readonly Leg[] },
): Promise<Leg> {
  const found = [...new Set(others.flatMap(({ hits }) => hits.map(({ chunkId }) => chunkId)))]
  const hits = await documentsOf(db, { question, names, found, more: limit })
  return { name: 'client', hits, weight: weights.client }
}
