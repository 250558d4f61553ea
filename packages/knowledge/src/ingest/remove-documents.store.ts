import { ConflictError } from '@hub/contracts'
import type { Db, Tx } from '@hub/prisma'
import { problemSentence } from './document-reasons.ts'
import { lockDocument } from './lock-document.store.ts'

/** A folder that is empty all at once is more likely not mounted than emptied, when it held more than this. */
const plausibleLoss = 5
const ofFolder = { NOT: { path: { contains: ':' } } }

/**
 * Removes the documents whose file is gone, each with its passages. Paths with a colon come from other sources and stay.
 * @param gone.isKept whether the file of a path is there
 * @param gone.guard throws when the pass has lost its right to change the base
 */
export async function removeDocuments(
  db: Db,
  { isKept, guard }: { isKept: (path: string) => boolean; guard: (tx: Tx) => Promise<void> },
): Promise<number> {
  const documents = await db.knowledgeDocument.findMany({ where: ofFolder, select: { path: true } })
  const files = await db.knowledgeFile.findMany({ select: { path: true } })
  const stored = new Set([...documents, ...files].map(({ path }) => path))
  let removed = 0
  for (const path of stored) {
    if (isKept(path)) continue
    removed += await db.$transaction(async (tx) => {
      await guard(tx)
      await lockDocument(tx, path)
      await tx.knowledgeFile.deleteMany({ where: { path } })
      return (await tx.knowledgeDocument.deleteMany({ where: { path } })).count
    })
  }
  return removed
}

/** @throws ConflictError `knowledge.folder_empty` when an empty folder would remove more than a few documents */
export async function assertNotLost(db: Db, { dir, files }: { dir: string; files: number }): Promise<void> {
  const documents = files === 0 ? await db.knowledgeDocument.count({ where: ofFolder }) : 0
  if (documents <= plausibleLoss) return
  const problem = { reason: 'knowledge.folder_empty', params: { dir, documents } }
  throw new ConflictError(problemSentence(problem.reason, problem.params).en, problem)
}
