import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createLogger, systemClock } from '@hub/kernel'
import { createKnowledgeSearch, ingestDocuments } from '@hub/knowledge'
import { createDb, type Db } from '@hub/prisma'
import { createTestDatabase } from '@hub/prisma/testing'
import { type Figures, measure, type Ranking } from './knowledge/measure.ts'
import { createPlainReference } from './knowledge/plain-reference.ts'
import { type RagSet, readRagSets } from './knowledge/rag-set.ts'
import { writeDocuments } from './knowledge/write-documents.ts'

// node bench/knowledge.ts <folder> [queries]: how well the knowledge search finds, against bare PostgreSQL full text.
const [folder, queries = '400'] = process.argv.slice(2)
if (folder === undefined)
  throw new Error('usage: node bench/knowledge.ts <folder of sets> [queries per set at most]')

for (const set of await readRagSets(resolve(folder))) await benchSet(set, Number(queries))

async function benchSet(set: RagSet, most: number): Promise<void> {
  const database = await createTestDatabase()
  const documents = await mkdtemp(join(tmpdir(), 'hub-bench-knowledge-'))
  const db = createDb({ url: database.url })
  try {
    const idOf = await writeDocuments(documents, set.corpus)
    const log = createLogger({ name: 'bench', level: 'error' })
    const { added, failed } = await ingestDocuments({ db, log, clock: systemClock }, documents)
    if (failed.length > 0) throw new Error(`${failed.length} documents were not read: ${failed[0]?.problem}`)
    const asked = set.sample(most)
    console.log(`${set.name}: ${added} documents, ${asked.length} of ${set.queryCount} queries`)
    const ours = await measure(asked, ourRanking(db, idOf))
    const reference = await measure(asked, await createPlainReference(db, set.corpus))
    print('hub', ours)
    print('OR + ts_rank', reference)
    console.log(
      `  ratio nDCG@10 ${(ours.ndcg10 / reference.ndcg10).toFixed(2)}, recall@5 ${(ours.recall5 / reference.recall5).toFixed(2)}`,
    )
  } finally {
    await db.$disconnect()
    await database.close()
    await rm(documents, { recursive: true })
  }
}

function ourRanking(db: Db, idOf: ReadonlyMap<string, string>): Ranking {
  const search = createKnowledgeSearch({ db })
  return async (query) => {
    const { passages } = await search({ query, limit: 30 })
    return passages.map(({ path }) => idOf.get(path) ?? path)
  }
}

function print(name: string, { ndcg10, recall5, msPerQuery }: Figures): void {
  console.log(
    `  ${name.padEnd(12)} nDCG@10 ${ndcg10.toFixed(3)}  recall@5 ${recall5.toFixed(3)}  ${msPerQuery.toFixed(0)} ms per query`,
  )
}
