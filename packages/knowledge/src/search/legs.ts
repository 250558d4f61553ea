import type { Db } from '@hub/prisma'
import type { EmbeddingProvider } from '../embedding/embedding-provider.ts'
import { findIdentifiers } from '../text/identifiers.ts'
import { subjectWords } from '../text/words.ts'
import { clientNames, documentsOf } from './client-documents.store.ts'
import type { Leg } from './fuse.ts'
import { namedClients } from './named-clients.ts'
import { queryTerms } from './query-terms.ts'
import type { KnowledgeQuestion } from './question.ts'
import { searchTrigrams } from './search-trigrams.store.ts'
import { searchVectors } from './search-vectors.store.ts'
import { searchWords } from './search-words.store.ts'
import { unknownWords } from './unknown-words.store.ts'

export interface LegContext {
  db: Db
  embeddings: EmbeddingProvider
  question: KnowledgeQuestion
  /** The query with its abbreviations written in full. */
  text: string
}

/** Set with bench/knowledge.ts: vectors of words only help while they count much less than the words. */
const weights = { words: 1, identifiers: 2, slips: 0.3, vectors: 0.3, client: 0.3 }
const limit = 50
const maxSlips = 3
const shortestSlip = 5
/** A passage must name this share of the words asked for, rare ones counting more; below, it is chance. */
const leastCoverage = 0.2

/** Full text, the strongest way. */
export async function wordsLeg({ db, question, text }: LegContext): Promise<Leg> {
  const found = await searchWords(db, { question, asked: queryTerms(text), limit })
  const hits = found.map((hit) => ({ ...hit, isWeak: hit.coverage < leastCoverage }))
  return { hits, weight: weights.words }
}

/** Device names, error codes and logins, as they are or nearly. */
export async function identifiersLeg({ db, question, text }: LegContext): Promise<Leg> {
  const runs = findIdentifiers(text)
  return { hits: await searchTrigrams(db, { question, runs, limit }), weight: weights.identifiers }
}

/** Words that no passage holds: most are typing slips. */
export async function slipsLeg({ db, question, text }: LegContext): Promise<Leg> {
  const words = subjectWords(text).map(({ folded }) => folded)
  const long = words.filter((word) => word.length >= shortestSlip)
  const runs = (await unknownWords(db, [...new Set(long)])).slice(0, maxSlips)
  return { hits: await searchTrigrams(db, { question, runs, limit }), weight: weights.slips }
}

/** Vectors: with a model, likeness of meaning; without, likeness of words and known synonyms. */
export async function vectorsLeg({ db, embeddings, question, text }: LegContext): Promise<Leg> {
  const found = await searchVectors(db, { question, text, provider: embeddings, limit })
  const hits = found.map((hit) => ({ ...hit, isWeak: hit.score < embeddings.minLikeness }))
  return { hits, weight: weights.vectors }
}

/** A question that names a client wants what is written about that client. */
export async function clientLeg({ db, question, text }: LegContext): Promise<Leg> {
  const names = namedClients(text, await clientNames(db, question))
  return { hits: await documentsOf(db, { question, names, limit }), weight: weights.client }
}
