import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '@hub/prisma'
import { embeddedText } from '../ingest/index-text.ts'
import type { Embedder } from './embedder.ts'
import { type EmbeddingModel, leaseModel } from './embedding-models.store.ts'
import { type MissingText, missingTexts, saveVectors } from './vectors.store.ts'

const batchSize = 32
const tries = 3
const retryMs = 500

export interface FillContext {
  db: Db
  embedder: Embedder
  model: EmbeddingModel
  holder: string
  signal: AbortSignal
}

/**
 * Embeds every passage above `after` that has no vector of the model yet, batch by batch; each batch is kept at once.
 * @returns the number of the last passage looked at, or undefined when another process took over
 * @throws what the embedding server throws after three tries
 */
export async function fillVectors(ctx: FillContext, after: number): Promise<number | undefined> {
  let last = after
  for (;;) {
    ctx.signal.throwIfAborted()
    if (!(await leaseModel(ctx.db, { id: ctx.model.id, holder: ctx.holder }))) return undefined
    const missing = await missingTexts(ctx.db, { modelId: ctx.model.id, after: last, limit: batchSize })
    if (missing.length === 0) return last
    await embedBatch(ctx, missing)
    last = missing.at(-1)?.number ?? last
  }
}

async function embedBatch(ctx: FillContext, missing: readonly MissingText[]): Promise<void> {
  const once = [...new Map(missing.map((text) => [text.textHash, text])).values()]
  const texts = once.map(({ title, clientName, headingPath, content }) =>
    embeddedText({ title, client: clientName ?? undefined }, { headingPath, content }),
  )
  const found = await retried(() => ctx.embedder.embed(texts, ctx.signal), ctx.signal)
  const vectors = once.map(({ textHash }, index) => ({ textHash, vector: found[index] ?? [] }))
  await saveVectors(ctx.db, { modelId: ctx.model.id, vectors })
}

async function retried<T>(call: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call()
    } catch (error) {
      if (attempt === tries || signal.aborted) throw error
      await sleep(retryMs * 2 ** attempt, undefined, { signal })
    }
  }
}
