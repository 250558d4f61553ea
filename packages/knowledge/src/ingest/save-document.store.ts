import { randomUUID } from 'node:crypto'
import type { Db, Tx } from '@hub/prisma'
import { indexText } from './index-text.ts'
import { lockDocument } from './lock-document.store.ts'
import type { DocumentFile } from './read-document-file.ts'

/** Raised when what is indexed of a passage changes, so that every document of the folder is saved again. */
export const wordsVersion = 'words-1'

/** A long document on a slow disk, behind another one that is being saved. */
const longestSaveMs = 120_000

/**
 * Writes a document and its passages in one transaction, unless the base already holds this very content. Found by
 * words as soon as this returns; the vectors follow in the background.
 */
export async function saveDocument({ db }: { db: Db }, file: DocumentFile): Promise<SavedDocument> {
  const contentHash = `${wordsVersion} ${file.contentHash}`
  if ((await storedHash(db, file.path)) === contentHash) return 'unchanged'
  const save = async (tx: Tx) => {
    await lockDocument(tx, file.path)
    const before = await storedHash(tx, file.path)
    if (before === contentHash) return 'unchanged'
    const documentId = await writeDocument(tx, { ...file, contentHash })
    await tx.knowledgeChunk.deleteMany({ where: { documentId } })
    await insertChunks(tx, { documentId, file })
    return before === undefined ? 'added' : 'updated'
  }
  return db.$transaction(save, { timeout: longestSaveMs })
}

export type SavedDocument = 'added' | 'updated' | 'unchanged'

async function storedHash(db: Db | Tx, path: string): Promise<string | undefined> {
  const row = await db.knowledgeDocument.findUnique({ where: { path }, select: { contentHash: true } })
  return row?.contentHash
}

async function writeDocument(tx: Tx, { path, meta, contentHash }: DocumentFile): Promise<string> {
  const data = {
    kind: meta.kind,
    title: meta.title,
    clientName: meta.client ?? null,
    audience: meta.audience,
    updatedAt: new Date(`${meta.updated}T00:00:00Z`),
    contentHash,
  }
  const { id } = await tx.knowledgeDocument.upsert({
    where: { path },
    create: { path, ...data },
    update: data,
    select: { id: true },
  })
  return id
}

/** All in one statement: the triggers count once per statement. */
async function insertChunks(
  tx: Tx,
  { documentId, file }: { documentId: string; file: DocumentFile },
): Promise<void> {
  const data = file.chunks.map(({ headingPath, content }, position) => {
    const text = indexText(file.meta, { headingPath, content })
    return { id: randomUUID(), documentId, position, headingPath, content, ...text }
  })
  await tx.knowledgeChunk.createMany({ data })
}
