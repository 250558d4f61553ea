import type { Db, Tx } from '@hub/prisma'
import { lockDocument } from './lock-document.store.ts'

/**
 * Gives the document of a file that was renamed its new path: it keeps its id, its passages and what refers to them.
 * @param move.guard throws when the pass has lost its right to change the base
 * @returns false when there was no document, or another one stands there already
 */
export async function moveDocument(
  db: Db,
  { from, to, guard }: { from: string; to: string; guard: (tx: Tx) => Promise<void> },
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    await guard(tx)
    for (const path of [from, to].sort()) await lockDocument(tx, path)
    const taken = await tx.knowledgeDocument.count({ where: { path: to } })
    if (taken > 0) return false
    await tx.knowledgeFile.deleteMany({ where: { path: to } })
    await tx.knowledgeFile.updateMany({ where: { path: from }, data: { path: to } })
    return (await tx.knowledgeDocument.updateMany({ where: { path: from }, data: { path: to } })).count === 1
  })
}
