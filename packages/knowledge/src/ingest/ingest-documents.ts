import type { Clock, Logger } from '@hub/kernel'
import type { Db } from '@hub/prisma'
import { DocumentProblem } from './document-problem.ts'
import { listFiles } from './list-files.ts'
import { readDocumentFile } from './read-document-file.ts'
import { removeDocuments } from './remove-documents.store.ts'
import { saveDocument } from './save-document.store.ts'

export interface IngestContext {
  db: Db
  log: Logger
  clock: Clock
}

export interface IngestReport {
  added: number
  updated: number
  removed: number
  unchanged: number
  /** Files that are no document, by path below the folder; what the base held of them stays. */
  failed: { path: string; problem: string }[]
}

/**
 * Brings the knowledge base in line with a folder of Markdown documents: new and changed files are indexed, those gone
 * are removed. May be killed or run by several processes at once; each document is whole or absent.
 * @throws NotFoundError `knowledge.folder`; errors of the database
 */
export async function ingestDocuments(ctx: IngestContext, dir: string): Promise<IngestReport> {
  const startedAt = ctx.clock.now()
  const report: IngestReport = { added: 0, updated: 0, removed: 0, unchanged: 0, failed: [] }
  const files = await listFiles(dir)
  for (const file of files) {
    const problem = file.problem ?? (await ingestFile(ctx, { dir, path: file.path, report }))
    if (problem === undefined) continue
    report.failed.push({ path: file.path, problem })
    ctx.log.warn({ path: file.path, problem }, 'knowledge document not read')
  }
  report.removed = await removeDocuments(ctx.db, new Set(files.map(({ path }) => path)))
  const durationMs = ctx.clock.now().getTime() - startedAt.getTime()
  ctx.log.info({ ...report, failed: report.failed.length, durationMs }, 'knowledge documents ingested')
  return report
}

async function ingestFile(
  { db }: IngestContext,
  { dir, path, report }: { dir: string; path: string; report: IngestReport },
): Promise<string | undefined> {
  try {
    report[await saveDocument({ db }, await readDocumentFile(dir, path))]++
    return undefined
  } catch (error) {
    if (error instanceof DocumentProblem) return error.message
    throw error
  }
}
