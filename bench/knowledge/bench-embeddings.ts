import { setTimeout as sleep } from 'node:timers/promises'
import { createLogger } from '@hub/kernel'
import {
  createEmbeddings,
  type Embeddings,
  EmbeddingsEnv,
  readEmbeddingState,
  startEmbedding,
} from '@hub/knowledge'
import type { Db } from '@hub/prisma'

/** The embeddings that the environment names, once every passage has its vector; undefined when it names none. */
export async function openBenchEmbeddings(db: Db): Promise<Embeddings | undefined> {
  const embeddings = createEmbeddings(EmbeddingsEnv.parse(process.env))
  if (embeddings.wanted === undefined) return undefined
  const log = createLogger({ name: 'bench', level: 'warn' })
  const worker = startEmbedding({ db, log, embeddings, pollMs: 500 })
  for (;;) {
    const { models } = await readEmbeddingState({ db, embeddings })
    const model = models.find(({ name }) => name === embeddings.wanted)
    if (model?.state === 'serving') break
    if (model?.error) throw new Error(`${embeddings.wanted}: ${model.error.message}`)
    await sleep(500)
  }
  await worker.close()
  return embeddings
}
