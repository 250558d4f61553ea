import type { Db } from '@hub/prisma'
import { lockDocument } from '../ingest/lock-document.store.ts'
import type { StoredDocument } from './stored-document.store.ts'

/**
 * Deletes a document with its passages, if it still holds that very content.
 * @returns false when it is gone or another one by now; nothing is deleted then
 */
export async function deleteDocument(
  db: Db,
  { id, path, contentHash }: Pick<StoredDocument, 'id' | 'path' | 'contentHash'>,
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    await lockDocument(tx, path)
    const where = { id, path, contentHash: { endsWith: contentHash } }
    return (await tx.knowledgeDocument.deleteMany({ where })).count === 1
  })
}
