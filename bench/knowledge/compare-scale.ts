import { setTimeout as sleep } from 'node:timers/promises'
import { createLogger } from '@hub/kernel'
import { createKnowledgeSearch, type Embeddings, startEmbedding } from '@hub/knowledge'
import type { Db } from '@hub/prisma'
import { bareHybrid, exactNeighbours } from './bare-hybrid.ts'
import type { FilledBase, ScaleQuery } from './fill-base.ts'

const targets = { recall: 0.99, filteredRecall: 0.95, speed: 0.6 }
const readers = [
  { name: 'all passages', audience: 'N3', recall: targets.recall },
  { name: '1 % of them', audience: 'N0', recall: targets.filteredRecall },
] as const

/** Prints recall, latency and queries per second of the Hub and of bare hybrid SQL on the same base. */
export async function compareScale(db: Db, base: FilledBase): Promise<void> {
  const embeddings = vectorsOf(base)
  await letServe(db, { embeddings, base })
  await bareHybrid.prepare(db, base)
  const search = createKnowledgeSearch({ db, embeddings })
  for (const { name, audience, recall: target } of readers) {
    const recalls: number[] = []
    const bareRecalls: number[] = []
    for (const query of base.queries) {
      const exact = new Set(await exactNeighbours(db, { ...base, query, audience }))
      const { explanation } = await search({ query: query.text, limit: 200, audience, explain: true })
      const found = explanation?.passages.filter(({ legs }) =>
        legs.some(({ leg, rank }) => leg === 'vectors' && rank <= 10),
      )
      const near = await bareHybrid.nearest(db, { ...base, query, audience })
      bareRecalls.push(near.filter((id) => exact.has(id)).length / exact.size)
      recalls.push((found ?? []).filter(({ chunkId }) => exact.has(chunkId)).length / exact.size)
    }
    const recall = mean(recalls)
    const hub = await timed(base.queries, ({ text }) => search({ query: text, limit: 10, audience }))
    const bare = await timed(base.queries, (query) => bareHybrid.search(db, { ...base, query, audience }))
    const ratio = hub.perSecond / bare.perSecond
    console.log(
      `${name}: vectors recall@10 ${recall.toFixed(3)} ${recall >= target ? 'ok' : 'MISSED'}, bare ${mean(bareRecalls).toFixed(3)}`,
    )
    console.log(
      `  hub  p50 ${hub.p50.toFixed(1)} ms, p95 ${hub.p95.toFixed(1)} ms, ${hub.perSecond.toFixed(1)} per second`,
    )
    console.log(
      `  bare p50 ${bare.p50.toFixed(1)} ms, p95 ${bare.p95.toFixed(1)} ms, ${bare.perSecond.toFixed(1)} per second`,
    )
    console.log(`  ratio ${ratio.toFixed(2)} ${ratio >= targets.speed ? 'ok' : 'MISSED'}`)
  }
}

const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length

/** The model of the bench knows the vectors of its own questions and embeds nothing else. */
function vectorsOf({ queries }: FilledBase): Embeddings {
  const vectors = new Map(queries.map(({ text, vector }) => [text, vector]))
  const name = 'ollama:bge-m3'
  const embed = async (texts: readonly string[]) => texts.map((text) => vectors.get(text) ?? [])
  return { wanted: name, weight: 0.1, open: () => ({ name, embed }) }
}

/** The Hub's own way to a serving model: it finds nothing missing, builds the index and switches. */
async function letServe(
  db: Db,
  { embeddings, base }: { embeddings: Embeddings; base: FilledBase },
): Promise<void> {
  const startedAt = performance.now()
  await db.$executeRaw`VACUUM ANALYZE`
  const log = createLogger({ name: 'bench', level: 'warn' })
  const worker = startEmbedding({ db, log, embeddings })
  while (!(await db.knowledgeEmbeddingModel.findFirst({ where: { id: base.modelId, state: 'serving' } })))
    await sleep(500)
  await worker.close()
  console.log(`index built in ${((performance.now() - startedAt) / 1000).toFixed(0)} s`)
}

/** Two at a time, as many as the machine has processors. */
async function timed(queries: readonly ScaleQuery[], ask: (query: ScaleQuery) => Promise<unknown>) {
  const times: number[] = []
  const waiting = [...queries, ...queries]
  const startedAt = performance.now()
  await Promise.all(
    [1, 2].map(async () => {
      for (let query = waiting.pop(); query; query = waiting.pop()) {
        const askedAt = performance.now()
        await ask(query)
        times.push(performance.now() - askedAt)
      }
    }),
  )
  const perSecond = (times.length * 1000) / (performance.now() - startedAt)
  times.sort((a, b) => a - b)
  return {
    perSecond,
    p50: times[Math.floor(times.length / 2)] ?? 0,
    p95: times[Math.floor(times.length * 0.95)] ?? 0,
  }
}
