import { setTimeout as delay } from 'node:timers/promises'
import { ConflictError, type IngestTrigger } from '@hub/contracts'
import { wasRunSince } from './ingest-run.store.ts'
import { type IngestionContext, startIngestion } from './start-ingestion.ts'

/** A wish for a pass that sees the folder as it was at `at` (milliseconds of `performance.now()`) or later. */
interface Wish {
  trigger: IngestTrigger
  at: number
}

const retryMs = 1_000

/** The passes that one process wants: one after another, each once, in turn with other processes. */
export function createPassQueue(ctx: IngestionContext) {
  const closing = new AbortController()
  const own: IngestionContext = { ...ctx, signal: closing.signal }
  let wish: Wish | undefined
  let work: Promise<void> | undefined
  const want = (next: Wish) => {
    if (!wish || wish.at < next.at) wish = next
  }
  const drain = async () => {
    while (wish && !closing.signal.aborted) {
      const next = wish
      wish = undefined
      if (await fulfil(own, next)) continue
      want(next)
      await pause(closing.signal)
    }
    work = undefined
  }
  return {
    /** Settles when the queue is empty; never rejects. */
    ask(next: Wish): Promise<void> {
      want(next)
      work ??= drain()
      return work
    },
    async close(): Promise<void> {
      closing.abort(new Error('The process stops'))
      await work
    },
  }
}

async function pause(signal: AbortSignal): Promise<void> {
  // The end of the process ends the wait.
  await delay(retryMs, undefined, { signal }).catch(() => undefined)
}

/** Runs a pass, unless one that began after the wish was carried through; false when it must be tried again. */
async function fulfil(ctx: IngestionContext, { trigger, at }: Wish): Promise<boolean> {
  try {
    if (await wasRunSince(ctx.db, performance.now() - at)) return true
    const { finished } = await startIngestion(ctx, { trigger })
    await finished
    return true
  } catch (err) {
    if (!(err instanceof ConflictError) && !ctx.signal?.aborted)
      ctx.log.error({ err }, 'knowledge ingestion not started')
    return false
  }
}
