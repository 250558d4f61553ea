import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from '@hub/kernel'
import type { Db } from '@hub/prisma'
import type { Embeddings } from './embedder.ts'
import { askModel, endLease, leaseModel, noteError, serveModel } from './embedding-models.store.ts'
import { fillVectors } from './fill-vectors.ts'
import { buildVectorIndex, dropOldIndexes } from './vector-index.store.ts'
import { pruneVectors, readChanceLikeness } from './vectors.store.ts'

export interface EmbeddingContext {
  db: Db
  log: Logger
  embeddings: Embeddings
  /** Time between two looks for new passages. */
  pollMs?: number
}

const defaultPollMs = 5_000
const longestPauseMs = 60_000
/** Passages whose number came late are found by looking at all of them this often. */
const wholeLookMs = 60_000

/**
 * Gives passages their vectors in the background, new ones and, after a change of model, all; the model before serves
 * until then. One process works at a time; a killed one is replaced within a minute and nothing is embedded twice.
 */
export function startEmbedding(ctx: EmbeddingContext): { close(): Promise<void> } {
  const stop = new AbortController()
  const done = run(ctx, stop.signal)
  return {
    async close() {
      stop.abort()
      await done
    },
  }
}

async function run(ctx: EmbeddingContext, signal: AbortSignal): Promise<void> {
  const { wanted } = ctx.embeddings
  if (wanted === undefined) return
  const holder = randomUUID()
  const { pollMs = defaultPollMs } = ctx
  const turn: Turn = { wanted, holder, signal, after: 0, lookedAt: 0 }
  let pauseMs = pollMs
  while (!signal.aborted) {
    try {
      await keepUp(ctx, turn)
      pauseMs = pollMs
    } catch (error) {
      if (signal.aborted) break
      ctx.log.warn({ err: error, model: wanted }, 'passages not embedded')
      pauseMs = Math.min(pauseMs * 2, longestPauseMs)
    }
    await sleep(pauseMs, undefined, { signal }).catch(() => undefined)
  }
  await endLease(ctx.db, holder)
}

interface Turn {
  wanted: string
  holder: string
  signal: AbortSignal
  /** Every passage up to this number has its vector. */
  after: number
  lookedAt: number
}

async function keepUp({ db, embeddings }: EmbeddingContext, turn: Turn): Promise<void> {
  const { wanted, holder, signal } = turn
  const model = await askModel(db, wanted)
  const embedder = embeddings.open(wanted)
  if (!embedder || !(await leaseModel(db, { id: model.id, holder }))) return
  const isWhole = model.state !== 'serving' || Date.now() - turn.lookedAt > wholeLookMs
  try {
    const last = await fillVectors({ db, embedder, model, holder, signal }, isWhole ? 0 : turn.after)
    if (last === undefined) return
    if (isWhole) turn.lookedAt = Date.now()
    turn.after = Math.max(turn.after, last)
    if (isWhole) await settle(db, await askModel(db, wanted))
    await noteError(db, { id: model.id, error: null })
  } catch (error) {
    if (!signal.aborted) await noteError(db, { id: model.id, error: messageOf(error) })
    throw error
  }
}

/** Every passage has its vector: index them, let the model serve, and clean up. */
async function settle(
  db: Db,
  { id, dim, state }: { id: number; dim: number | null; state: string },
): Promise<void> {
  if (dim !== null) await buildVectorIndex(db, { modelId: id, dim })
  if (state !== 'serving') await serveModel(db, { id, chanceLikeness: await readChanceLikeness(db, id) })
  await pruneVectors(db)
  await dropOldIndexes(db)
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error)).slice(0, 500)
