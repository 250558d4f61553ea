import type { Db } from '@hub/prisma'
import { lockDocument } from './lock-document.store.ts'

/** Removes the documents whose file is gone, each with its passages. Paths with a colon come from other sources and stay. */
export async function removeDocuments(db: Db, kept: ReadonlySet<string>): Promise<number> {
  const stored = await db.knowledgeDocument.findMany({
    where: { NOT: { path: { contains: ':' } } },
    select: { path: true },
  })
  let removed = 0
  for (const { path } of stored.filter((document) => !kept.has(document.path))) {
    removed += await db.$transaction(async (tx) => {
      await lockDocument(tx, path)
      return (await tx.knowledgeDocument.deleteMany({ where: { path } })).count
    })
  }
  return removed
}
