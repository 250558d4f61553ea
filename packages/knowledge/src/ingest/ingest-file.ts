import { formatOfName } from '../extract/text-format.ts'
import { assertAudienceKept } from './assert-audience-kept.store.ts'
import { DocumentProblem } from './document-problem.ts'
import { problemSentence } from './document-reasons.ts'
import {
  type FileState,
  type ReadFile,
  recordBadFile,
  recordBytes,
  recordGoodFile,
} from './file-state.store.ts'
import type { IngestContext, Pass } from './ingest-folder.ts'
import type { ListedFile } from './list-files.ts'
import { moveDocument } from './move-document.store.ts'
import { openSource, type SourceFile } from './open-source.ts'
import { indexVersion, readDocumentFile } from './read-document-file.ts'
import { saveDocument, wordsVersion } from './save-document.store.ts'

interface Job {
  dir: string
  file: ListedFile
  /** What is known of the files, by path. */
  states: ReadonlyMap<string, FileState>
  /** Those that are not there any more; one that is found under another name leaves the list. */
  gone: FileState[]
  pass: Pass
}

/**
 * Brings one file into the base and notes the outcome in the report.
 * @returns an error that is no fault of the file, if one came
 */
export async function ingestFile(ctx: IngestContext, job: Job): Promise<unknown> {
  let source: SourceFile | undefined
  try {
    if (job.file.problem) throw job.file.problem
    source = await openSource(job.dir, job.file)
    await ingestSource(ctx, job, source)
    return undefined
  } catch (error) {
    job.pass.signal?.throwIfAborted()
    if (error instanceof DocumentProblem) {
      await noteProblem(ctx, { job, source, problem: error })
      return undefined
    }
    ctx.log.error({ err: error, path: job.file.path }, 'knowledge document not stored')
    const problem = new DocumentProblem('document.not_stored', {}, error)
    await noteProblem(ctx, { job, source: undefined, problem })
    return error
  }
}

async function ingestSource(ctx: IngestContext, job: Job, source: SourceFile): Promise<void> {
  const { db } = ctx
  const { report, signal } = job.pass
  const state = job.states.get(source.path)
  const isSame = state?.sourceHash === source.sourceHash && state.indexKey === indexKey
  if (isSame && state.bytesHash === null) await recordBytes(db, source)
  if (isSame && state.problem && !job.pass.retryFailed) {
    reportProblem(job, state.problem)
    return
  }
  if (isSame && state.storedHash !== null && state.storedHash === state.documentHash) {
    report.unchanged += 1
    return
  }
  const isMoved = state === undefined && (await followMove(ctx, job, source))
  const file = await readDocumentFile(source, signal)
  await assertAudienceKept(db, source, file)
  const saved = await saveDocument({ db }, file)
  await recordGoodFile(db, readFile(ctx, { job, source }), file.meta)
  report[isMoved ? 'moved' : saved] += 1
}

/**
 * A file of unknown name with the content of one that is gone is that one; without its sheet it is known by its bytes,
 * so that the document stays closed until the sheet follows.
 */
async function followMove(
  { db }: IngestContext,
  job: Job,
  { path, sourceHash, bytesHash }: SourceFile,
): Promise<boolean> {
  const before =
    job.gone.find((file) => file.sourceHash === sourceHash) ??
    job.gone.find((file) => file.bytesHash === bytesHash)
  if (!before) return false
  job.gone.splice(job.gone.indexOf(before), 1)
  return moveDocument(db, { from: before.path, to: path, guard: job.pass.guard })
}

async function noteProblem(
  ctx: IngestContext,
  { job, source, problem }: { job: Job; source: SourceFile | undefined; problem: DocumentProblem },
): Promise<void> {
  const { path } = job.file
  reportProblem(job, problem)
  ctx.log.warn({ path, problem: problem.message }, 'knowledge document not read')
  const known = job.states.get(path)
  const isKnown =
    known?.problem?.reason === problem.reason &&
    known.sourceHash === (source?.sourceHash ?? null) &&
    known.indexKey === indexKey
  if (!isKnown) await recordBadFile(ctx.db, readFile(ctx, { job, source }), problem)
}

function reportProblem(
  { file, pass }: Job,
  { reason, params }: Pick<DocumentProblem, 'params'> & { reason: string },
) {
  pass.report.failed.push({ path: file.path, reason, params, problem: problemSentence(reason, params).en })
}

function readFile(
  ctx: IngestContext,
  { job, source }: { job: Job; source: SourceFile | undefined },
): ReadFile {
  return {
    path: job.file.path,
    format: formatOfName(job.file.path) ?? null,
    size: source?.size ?? null,
    sourceHash: source?.sourceHash ?? null,
    ...(source && { bytesHash: source.bytesHash }),
    indexKey,
    checkedAt: ctx.clock.now(),
  }
}

/** A file is read again when the way it is cut or indexed changes. */
const indexKey = `${indexVersion} ${wordsVersion}`
