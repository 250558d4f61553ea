import type { Clock, Logger } from '@hub/kernel'
import type { Db, Tx } from '@hub/prisma'
import type { StoredProblem } from './file-state.store.ts'
import { readFileStates } from './file-state.store.ts'
import { ingestFile } from './ingest-file.ts'
import { type ListedFile, listFiles } from './list-files.ts'
import { assertNotLost, removeDocuments } from './remove-documents.store.ts'

export interface IngestContext {
  db: Db
  log: Logger
  clock: Clock
}

/** A file that is no document; what the base held of it stays. */
export interface FailedFile extends StoredProblem {
  path: string
  /** The sentence of the reason, in English. */
  problem: string
}

export interface IngestReport {
  added: number
  updated: number
  /** Renamed with the same content: they keep their identity. */
  moved: number
  removed: number
  unchanged: number
  failed: FailedFile[]
}

/** How a pass is followed and stopped. */
export interface Pass {
  report: IngestReport
  /** Also read again the files that failed before and have not changed. */
  retryFailed: boolean
  signal?: AbortSignal | undefined
  /** Throws when the pass has lost its right to change the base. */
  guard(tx: Tx): Promise<void>
  onListed(files: number): void
  onFile(path: string): void
}

export const emptyReport = (): IngestReport => ({
  added: 0,
  updated: 0,
  moved: 0,
  removed: 0,
  unchanged: 0,
  failed: [],
})

/**
 * Brings the knowledge base in line with a folder: new and changed files are indexed, renamed ones keep their identity,
 * those gone are removed. May be killed at any instant; each document is whole or absent.
 * @throws NotFoundError `knowledge.folder`; ConflictError `knowledge.folder_empty`; errors of the database, after the
 * other files were tried; the reason of the signal
 */
export async function ingestFolder(ctx: IngestContext, dir: string, pass: Pass): Promise<void> {
  const files = await listFiles(dir)
  await assertNotLost(ctx.db, { dir, files: files.length })
  pass.onListed(files.length)
  const isKept = keptBy(files)
  const states = await readFileStates(ctx.db)
  const gone = [...states.values()].filter(({ path }) => !isKept(path))
  const broken = createErrorBudget()
  for (const file of files) {
    pass.signal?.throwIfAborted()
    pass.onFile(file.path)
    broken.add(await ingestFile(ctx, { dir, file, states, gone, pass }))
  }
  pass.signal?.throwIfAborted()
  pass.report.removed = await removeDocuments(ctx.db, { isKept, guard: pass.guard })
  broken.throwFirst()
}

/** A file that is there, or may be: what a folder holds that cannot be read is not known to be gone. */
function keptBy(files: readonly ListedFile[]): (path: string) => boolean {
  const listed = new Set(files.map(({ path }) => path))
  const unreadable = files.filter(({ isFolder }) => isFolder).map(({ path }) => `${path}/`)
  return (path) => listed.has(path) || unreadable.some((folder) => path.startsWith(folder))
}

/** Errors that are no fault of a file: one must not stop the others, several in a row are the database's. */
const mostInARow = 3

function createErrorBudget() {
  const errors: unknown[] = []
  let inARow = 0
  const throwFirst = () => {
    if (errors.length > 0) throw errors[0]
  }
  return {
    add(error: unknown) {
      inARow = error === undefined ? 0 : inARow + 1
      if (error !== undefined) errors.push(error)
      if (inARow >= mostInARow) throwFirst()
    },
    throwFirst,
  }
}
