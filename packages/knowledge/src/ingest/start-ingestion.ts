import { AppError, type IngestTrigger } from '@hub/contracts'
import type { StoredProblem } from './file-state.store.ts'
import { followRun } from './follow-run.ts'
import { type IngestContext, ingestFolder } from './ingest-folder.ts'
import { claimRun, endRun, holdRun, RunLost, type RunProgress, type RunStarter } from './ingest-run.store.ts'

export interface IngestionContext extends IngestContext {
  /** Folder of the documents. */
  dir: string
  /** Stops the run: it ends as interrupted, the next one goes on. */
  signal?: AbortSignal | undefined
}

export interface StartedIngestion {
  runId: string
  /** Settles when the run has ended, however it did; never rejects. */
  finished: Promise<void>
}

/**
 * Begins a pass over the documents folder and returns at once; `readIngestState` follows it. Files that failed before
 * and have not changed are tried again when a person or the start of a process asks.
 * @throws ConflictError `knowledge.ingestion_running` while a run goes on, in whatever process
 */
export async function startIngestion(
  ctx: IngestionContext,
  { trigger, by }: { trigger: IngestTrigger; by?: RunStarter | undefined },
): Promise<StartedIngestion> {
  ctx.signal?.throwIfAborted()
  const runId = await claimRun(ctx.db, { trigger, by })
  const retryFailed = trigger === 'manual' || trigger === 'start'
  return { runId, finished: carryThrough(ctx, { runId, retryFailed }) }
}

async function carryThrough(
  ctx: IngestionContext,
  { runId, retryFailed }: { runId: string; retryFailed: boolean },
): Promise<void> {
  const run = followRun(ctx, runId)
  const { report } = run.progress
  const failure = await ingestFolder(ctx, ctx.dir, {
    report,
    retryFailed,
    signal: run.signal,
    guard: (tx) => holdRun(tx, runId),
    onListed: run.onListed,
    onFile: run.onFile,
  }).then(
    () => undefined,
    (error: unknown) => ({ error }),
  )
  await run.stop(failure === undefined)
  await conclude(ctx, { runId, progress: run.progress, failure })
}

async function conclude(
  ctx: IngestionContext,
  end: { runId: string; progress: RunProgress; failure: { error: unknown } | undefined },
): Promise<void> {
  const { runId, progress, failure } = end
  const { report } = progress
  const isStopped = ctx.signal?.aborted === true
  const state = failure === undefined ? 'done' : isStopped ? 'interrupted' : 'failed'
  const error = state === 'failed' ? failureOf(failure?.error) : undefined
  const known = { runId, state, ...report, failed: report.failed.length }
  if (failure?.error instanceof RunLost) ctx.log.warn(known, failure.error.message)
  else if (state === 'failed') ctx.log.error({ ...known, err: failure?.error }, 'knowledge ingestion failed')
  else ctx.log.info(known, 'knowledge documents ingested')
  try {
    await endRun(ctx.db, runId, { state, progress, error })
  } catch (err) {
    // Its silence ends it: the next run marks it as interrupted.
    ctx.log.error({ runId, err }, 'knowledge ingestion run not closed')
  }
}

function failureOf(error: unknown): StoredProblem {
  if (error instanceof AppError && error.reason) return { reason: error.reason, params: error.params }
  return { reason: 'knowledge.ingestion_failed', params: {} }
}
