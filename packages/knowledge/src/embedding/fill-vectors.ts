import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from '@hub/kernel'
import type { Db } from '@hub/prisma'
import { embeddedText } from '../ingest/index-text.ts'
import type { Embedder } from './embedder.ts'
import { type EmbeddingModel, leaseModel, noteRefused } from './embedding-models.store.ts'
import { type MissingText, missingTexts, saveVectors } from './vectors.store.ts'

const batchSize = 32
const tries = 3
const retryMs = 500

export interface FillContext {
  db: Db
  log: Logger
  embedder: Embedder
  model: EmbeddingModel
  holder: string
  signal: AbortSignal
}

/**
 * Embeds every passage above `after` that has no vector of the model yet, batch by batch; each batch is kept at once. A
 * passage that the server refuses while it takes others is set aside until the next start.
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
    if (!(await embedBatch(ctx, missing))) return undefined
    last = missing.at(-1)?.number ?? last
  }
}

/** @returns false when another process took over */
async function embedBatch(ctx: FillContext, missing: readonly MissingText[]): Promise<boolean> {
  const once = [...new Map(missing.map((text) => [text.textHash, text])).values()]
  const texts = once.map(({ textHash, title, clientName, headingPath, content }) => ({
    textHash,
    text: embeddedText({ title, client: clientName ?? undefined }, { headingPath, content }),
  }))
  const vectors = await retried(() => vectorsOf(ctx, texts), ctx.signal).catch(async (error: unknown) => {
    if (ctx.signal.aborted || !(await answers(ctx))) throw error
    return undefined
  })
  if (vectors === undefined) return embedOneByOne(ctx, texts)
  await saveVectors(ctx.db, { modelId: ctx.model.id, vectors })
  return true
}

/** A server that takes other texts is not at fault: what it refuses is set aside, and the rest goes on. */
async function embedOneByOne(ctx: FillContext, texts: readonly HashedText[]): Promise<boolean> {
  const { db, model, holder, signal } = ctx
  const refused: string[] = []
  let reason: unknown
  for (const text of texts) {
    signal.throwIfAborted()
    if (!(await leaseModel(db, { id: model.id, holder }))) return false
    const vectors = await retried(() => vectorsOf(ctx, [text]), signal).catch((error: unknown) => {
      reason = error
      return undefined
    })
    if (vectors) await saveVectors(db, { modelId: model.id, vectors })
    else refused.push(text.textHash)
  }
  if (refused.length === 0) return true
  if (!(await answers(ctx))) throw reason
  await noteRefused(db, { id: model.id, refused })
  ctx.log.warn({ err: reason, model: model.name, passages: refused.length }, 'passages refused by the model')
  return true
}

interface HashedText {
  textHash: string
  text: string
}

async function vectorsOf({ embedder, signal }: FillContext, texts: readonly HashedText[]) {
  const found = await embedder.embed(
    texts.map(({ text }) => text),
    signal,
  )
  return texts.map(({ textHash }, index) => ({ textHash, vector: found[index] ?? [] }))
}

/** Whether the server embeds a text that nobody could refuse. */
async function answers({ embedder, signal }: FillContext): Promise<boolean> {
  return embedder.embed(['Bonjour'], signal).then(
    () => true,
    () => false,
  )
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
