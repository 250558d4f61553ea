import { stat } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { NotFoundError } from '@hub/contracts'
import { watch } from 'chokidar'
import { problemSentence } from './document-reasons.ts'
import type { IngestContext } from './ingest-folder.ts'
import { interruptRuns } from './ingest-run.store.ts'
import { isPassedOver } from './is-passed-over.ts'
import { createPassQueue } from './pass-queue.ts'

export interface WatchContext extends IngestContext {
  /** True when no other process uses the database: a run that was left open at the start is a dead one's. */
  alone?: boolean
}

export interface DocumentsWatch {
  /** Waits until the first pass has ended, at most so many milliseconds. */
  settled(timeoutMs: number): Promise<void>
  /** Stops watching, and the pass of this process if one runs. */
  close(): Promise<void>
}

/** A change is looked at once a file has kept its size for so long: half-written files are nobody's document. */
const stableMs = 500
/** Changes come in bursts: one pass for those that follow each other within this time, but never later than the last. */
const quietMs = 300
const latestMs = 5_000
/** Shares over a network tell nothing of changes made elsewhere. */
const rescanMs = 15 * 60_000

/**
 * Reads the documents folder now and again whenever it changes, until closed. Replicas that watch the same folder take
 * turns, and what one has read the others do not read again.
 * @throws NotFoundError `knowledge.folder` when there is no such folder
 */
export async function watchDocuments(ctx: WatchContext, dir: string): Promise<DocumentsWatch> {
  await assertFolder(dir)
  if (ctx.alone) await interruptRuns(ctx.db)
  const queue = createPassQueue({ ...ctx, dir })
  const changes = createBurst((at) => queue.ask({ trigger: 'watch', at }))
  const watcher = watch(dir, {
    ignoreInitial: true,
    followSymlinks: false,
    atomic: true,
    awaitWriteFinish: { stabilityThreshold: stableMs, pollInterval: 100 },
    ignored: (name) => isPassedOver(path.relative(dir, name).replaceAll(path.sep, '/')),
  })
  watcher.on('all', changes.note)
  watcher.on('error', (err) => ctx.log.warn({ err }, 'documents folder not watched'))
  await new Promise<void>((resolve) => watcher.once('ready', resolve))
  const first = queue.ask({ trigger: 'start', at: performance.now() })
  const rescan = setInterval(() => {
    void queue.ask({ trigger: 'schedule', at: performance.now() - rescanMs / 2 })
  }, rescanMs).unref()
  return {
    settled: (timeoutMs) => Promise.race([first, delay(timeoutMs, undefined, { ref: false })]),
    async close() {
      clearInterval(rescan)
      changes.close()
      await watcher.close()
      await queue.close()
    },
  }
}

async function assertFolder(dir: string): Promise<void> {
  const found = await stat(dir).catch((cause: unknown) => ({ cause, isDirectory: () => false }))
  if (found.isDirectory()) return
  const problem = { reason: 'knowledge.folder', params: { dir } }
  const cause = 'cause' in found ? found.cause : undefined
  throw new NotFoundError(problemSentence(problem.reason, problem.params).en, { ...problem, cause })
}

/** Tells of a burst of events once it is over, with the time of its last one. */
function createBurst(tell: (at: number) => void) {
  let timer: NodeJS.Timeout | undefined
  let startedAt: number | undefined
  return {
    note() {
      const at = performance.now()
      startedAt ??= at
      clearTimeout(timer)
      timer = setTimeout(
        () => {
          startedAt = undefined
          tell(at)
        },
        Math.max(0, Math.min(quietMs, startedAt + latestMs - at)),
      )
    },
    close: () => clearTimeout(timer),
  }
}
