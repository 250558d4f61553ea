import { emptyReport, type IngestContext, type IngestReport, ingestFolder } from './ingest-folder.ts'

/**
 * Brings the knowledge base in line with a folder of documents and waits for it, without a run that others see. May be
 * killed or run by several processes at once; each document is whole or absent.
 * @throws NotFoundError `knowledge.folder`; ConflictError `knowledge.folder_empty`; errors of the database
 */
export async function ingestDocuments(ctx: IngestContext, dir: string): Promise<IngestReport> {
  const startedAt = ctx.clock.now()
  const report = emptyReport()
  await ingestFolder(ctx, dir, {
    report,
    retryFailed: true,
    guard: async () => undefined,
    onListed: () => undefined,
    onFile: () => undefined,
  })
  const durationMs = ctx.clock.now().getTime() - startedAt.getTime()
  ctx.log.info({ ...report, failed: report.failed.length, durationMs }, 'knowledge documents ingested')
  return report
}
