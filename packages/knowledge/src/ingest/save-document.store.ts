import { randomUUID } from 'node:crypto'
import type { Db, Tx } from '@hub/prisma'
import type { EmbeddingProvider } from '../embedding/embedding-provider.ts'
import { type IndexText, indexText } from './index-text.ts'
import { lockDocument } from './lock-document.store.ts'
import type { DocumentFile } from './read-document-file.ts'

/** Writes a document and its passages in one transaction, unless the base already holds this very content. */
export async function saveDocument(
  { db, embeddings }: { db: Db; embeddings: EmbeddingProvider },
  file: DocumentFile,
): Promise<'added' | 'updated' | 'unchanged'> {
  const contentHash = `${embeddings.id} ${file.contentHash}`
  if ((await storedHash(db, file.path)) === contentHash) return 'unchanged'
  const texts = file.chunks.map((chunk) => indexText(file.meta, chunk))
  const vectors = await embeddings.embed(texts.map(({ heading, body }) => `${heading}\n${body}`))
  return db.$transaction(async (tx) => {
    await lockDocument(tx, file.path)
    const before = await storedHash(tx, file.path)
    if (before === contentHash) return 'unchanged'
    const documentId = await writeDocument(tx, { ...file, contentHash })
    await tx.knowledgeChunk.deleteMany({ where: { documentId } })
    for (const [position, chunk] of file.chunks.entries()) {
      const row = { documentId, position, ...chunk, text: texts[position], vector: vectors[position] }
      await insertChunk(tx, { ...row, model: embeddings.id })
    }
    return before === undefined ? 'added' : 'updated'
  })
}

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

interface ChunkRow {
  documentId: string
  position: number
  headingPath: string[]
  content: string
  text: IndexText | undefined
  vector: number[] | undefined
  model: string
}

/** The words of title and headings weigh most (A), English stems least (D); identifiers are kept whole and in parts. */
async function insertChunk(tx: Tx, row: ChunkRow): Promise<void> {
  const { documentId, position, headingPath, content, text, vector, model } = row
  if (!text || !vector) throw new Error(`${model} gave no vector for a passage`)
  const { heading, headingParts, body, bodyParts, plain } = text
  // The cosine of a vector of zeros is not a number, which PostgreSQL holds greater than any.
  const embedding = vector.some((value) => value !== 0) ? JSON.stringify(vector) : null
  await tx.$executeRaw`
    INSERT INTO knowledge_chunks
      (id, document_id, position, heading_path, content, plain, words, embedding_model, embedding)
    VALUES (
      ${randomUUID()}::uuid, ${documentId}::uuid, ${position}, ${headingPath}, ${content}, ${plain},
      setweight(to_tsvector('french', ${heading}) || to_tsvector('french', ${headingParts}), 'A')
        || setweight(to_tsvector('french', ${body}) || to_tsvector('french', ${bodyParts}), 'C')
        || setweight(to_tsvector('english', ${headingParts} || ' ' || ${bodyParts}), 'D'),
      ${model}, ${embedding}::vector)`
}
