import { emptyReport } from './ingest-folder.ts'
import { RunLost, type RunProgress, tellProgress } from './ingest-run.store.ts'
import type { IngestionContext } from './start-ingestion.ts'

/** Well below the silence after which a run is taken for dead. */
const beatMs = 1_000

/** A run of this process while it goes on. */
export interface FollowedRun {
  progress: RunProgress
  /** Aborted when the caller stops the run, or when another process took it for dead. */
  signal: AbortSignal
  onListed(files: number): void
  onFile(path: string): void
  /** Ends the telling. */
  stop(isComplete: boolean): Promise<void>
}

/** Tells the progress of a run every second, which also says that its process lives. */
export function followRun({ db, log, signal }: IngestionContext, runId: string): FollowedRun {
  const lost = new AbortController()
  const progress: RunProgress = {
    filesTotal: undefined,
    filesDone: 0,
    currentFile: undefined,
    report: emptyReport(),
  }
  const beat = async () => {
    try {
      if (!(await tellProgress(db, runId, progress))) lost.abort(new RunLost(runId))
    } catch (err) {
      log.warn({ runId, err }, 'knowledge ingestion progress not told')
    }
  }
  let telling = Promise.resolve()
  const timer = setInterval(() => {
    telling = telling.then(beat)
  }, beatMs)
  return {
    progress,
    signal: signal ? AbortSignal.any([signal, lost.signal]) : lost.signal,
    onListed(files) {
      progress.filesTotal = files
    },
    onFile(path) {
      if (progress.currentFile !== undefined) progress.filesDone += 1
      progress.currentFile = path
    },
    async stop(isComplete) {
      clearInterval(timer)
      await telling
      progress.currentFile = undefined
      if (isComplete) progress.filesDone = progress.filesTotal ?? 0
    },
  }
}
