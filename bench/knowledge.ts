import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createLogger, systemClock } from '@hub/kernel'
import { ingestDocuments } from '@hub/knowledge'
import { createDb, type Db } from '@hub/prisma'
import { createTestDatabase } from '@hub/prisma/testing'
import { openBenchEmbeddings } from './knowledge/bench-embeddings.ts'
import { createBm25Reference } from './knowledge/bm25-reference.ts'
import { hubRanking, legRanking } from './knowledge/hub-rankings.ts'
import { makeTypos } from './knowledge/make-typos.ts'
import { type Figures, measure, type Ranking } from './knowledge/measure.ts'
import { createPlainReferences } from './knowledge/plain-references.ts'
import { type Query, type RagSet, readRagSets } from './knowledge/rag-set.ts'
import { writeDocuments } from './knowledge/write-documents.ts'

// node bench/knowledge.ts --sets <folder> [--queries <most per set>]: how well and how fast the knowledge search finds,
// against BM25 and bare PostgreSQL in the same run. TEST_DATABASE_ADMIN_URL names another PostgreSQL than the embedded.
const { values } = parseArgs({
  options: { sets: { type: 'string' }, queries: { type: 'string', default: '100000' } },
})
if (values.sets === undefined)
  throw new Error('usage: node bench/knowledge.ts --sets <folder> [--queries <number>]')
const typoSeed = 20261122
/** Trigrams read every document for each query. */
const mostTrigramQueries = 60
const targets = { belowBm25: 0.01, typoLoss: 0.1, rounding: 0.0005 }

for (const set of await readRagSets(resolve(values.sets))) await benchSet(set, Number(values.queries))

async function benchSet(set: RagSet, most: number): Promise<void> {
  const database = await createTestDatabase()
  const documents = await mkdtemp(join(tmpdir(), 'hub-bench-knowledge-'))
  const db = createDb({ url: database.url })
  try {
    const idOf = await ingest(db, { set, documents })
    const queries = set.sample(most)
    console.log(`${set.name}: ${set.corpus.length} documents, ${queries.length} of ${set.queryCount} queries`)
    await compare(db, { set, idOf, queries })
  } finally {
    await db.$disconnect()
    await database.close()
    await rm(documents, { recursive: true })
  }
}

async function ingest(
  db: Db,
  { set, documents }: { set: RagSet; documents: string },
): Promise<Map<string, string>> {
  const idOf = await writeDocuments(documents, set.corpus)
  const log = createLogger({ name: 'bench', level: 'error' })
  const { failed } = await ingestDocuments({ db, log, clock: systemClock }, documents)
  if (failed.length > 0) throw new Error(`${failed.length} documents were not read: ${failed[0]?.problem}`)
  await db.$executeRaw`ANALYZE`
  return idOf
}

async function compare(
  db: Db,
  { set, idOf, queries }: { set: RagSet; idOf: ReadonlyMap<string, string>; queries: Query[] },
): Promise<void> {
  const plain = await createPlainReferences(db, set.corpus)
  const ask = async (name: string, ranking: Ranking, asked = queries) => {
    const figures = await measure(asked, ranking)
    print(name, figures)
    return figures
  }
  const bm25 = await ask('BM25 in memory', await createBm25Reference(db, set.corpus))
  for (const name of ['AND + ts_rank_cd', 'OR + ts_rank'] as const) await ask(name, plain[name])
  await ask('trigram (part)', plain.trigram, queries.slice(0, mostTrigramQueries))
  const words = await ask('hub words', legRanking({ db }, { idOf, leg: 'words' }))
  const lexical = await ask('hub', hubRanking({ db }, idOf))
  const typos = await ask('hub, one typo', hubRanking({ db }, idOf), makeTypos(queries, typoSeed))
  const loss = 1 - typos.ndcg10 / lexical.ndcg10
  verdict('words minus BM25', words.ndcg10 - bm25.ndcg10, words.ndcg10 >= bm25.ndcg10 - targets.belowBm25)
  verdict(
    'fused minus words',
    lexical.ndcg10 - words.ndcg10,
    lexical.ndcg10 >= words.ndcg10 - targets.rounding,
  )
  verdict('loss by one typo', loss, loss <= targets.typoLoss)
  const embeddings = await openBenchEmbeddings(db)
  if (embeddings === undefined) return
  const ctx = { db, embeddings }
  const vectors = await ask('vectors alone', legRanking(ctx, { idOf, leg: 'vectors' }))
  const hybrid = await ask('hub with vectors', hubRanking(ctx, idOf))
  const gain = hybrid.ndcg10 - Math.max(words.ndcg10, vectors.ndcg10)
  verdict('fused minus best leg', gain, gain >= -targets.rounding)
}

function print(name: string, { ndcg10, recall5, p50, p95, halves }: Figures): void {
  const parts = halves.map((half) => half.toFixed(3)).join(' / ')
  console.log(
    `  ${name.padEnd(17)} nDCG@10 ${ndcg10.toFixed(3)} (halves ${parts})  recall@5 ${recall5.toFixed(3)}  p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`,
  )
}

function verdict(name: string, figure: number, isMet: boolean): void {
  console.log(`  ${name}: ${figure.toFixed(4)} ${isMet ? 'ok' : 'MISSED'}`)
}
