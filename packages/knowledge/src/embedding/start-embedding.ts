import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from '@hub/kernel'
import type { Db } from '@hub/prisma'
import type { Embeddings } from './embedder.ts'
import {
  askModel,
  type EmbeddingModel,
  endLease,
  keptModel,
  leaseModel,
  noteChanceLikeness,
  noteError,
  serveModel,
} from './embedding-models.store.ts'
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
 * until then. One process works at a time; a killed one is replaced within a minute and nothing is embedded twice. A
 * process whose model gave way to one that another process asked for later stops: the last one to start decides.
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
  const turn: Turn = { wanted, holder, signal, isAsked: false, after: 0, lookedAt: 0 }
  let pauseMs = pollMs
  while (!signal.aborted) {
    try {
      const model = await modelOf(ctx, turn)
      if (model === undefined) {
        ctx.log.warn({ model: wanted }, 'another embedding model serves: this process embeds no more')
        break
      }
      await keepUp(ctx, turn, model)
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
  /** Only the start of a process brings a retired model back. */
  isAsked: boolean
  /** Every passage up to this number has its vector. */
  after: number
  lookedAt: number
}

async function modelOf({ db }: EmbeddingContext, turn: Turn): Promise<EmbeddingModel | undefined> {
  if (turn.isAsked) return keptModel(db, turn.wanted)
  const model = await askModel(db, turn.wanted)
  turn.isAsked = true
  return model
}

async function keepUp(
  { db, log, embeddings }: EmbeddingContext,
  turn: Turn,
  model: EmbeddingModel,
): Promise<void> {
  const { wanted, holder, signal } = turn
  const embedder = embeddings.open(wanted)
  if (!embedder || !(await leaseModel(db, { id: model.id, holder }))) return
  const isWhole = model.state !== 'serving' || Date.now() - turn.lookedAt > wholeLookMs
  try {
    const last = await fillVectors({ db, log, embedder, model, holder, signal }, isWhole ? 0 : turn.after)
    if (last === undefined) return
    if (isWhole) turn.lookedAt = Date.now()
    turn.after = Math.max(turn.after, last)
    const filled = isWhole && (await keptModel(db, wanted))
    if (filled) await settle(db, filled)
    await noteError(db, { id: model.id, error: null })
  } catch (error) {
    if (!signal.aborted) await noteError(db, { id: model.id, error: messageOf(error) })
    throw error
  }
}

/** Every passage has its vector: index them, let the model serve, and clean up. */
async function settle(db: Db, { id, dim, state }: EmbeddingModel): Promise<void> {
  if (dim !== null) await buildVectorIndex(db, { modelId: id, dim })
  await noteChanceLikeness(db, { id, chanceLikeness: await readChanceLikeness(db, id) })
  if (state !== 'serving') await serveModel(db, id)
  await pruneVectors(db)
  await dropOldIndexes(db)
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error)).slice(0, 500)
