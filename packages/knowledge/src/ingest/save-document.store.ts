import { randomUUID } from 'node:crypto'
import type { Db, Tx } from '@hub/prisma'
import { lexicalVectors } from '../embedding/lexical-vectors.ts'
import { fold } from '../text/fold.ts'
import type { Chunk } from './chunk-markdown.ts'
import { indexText } from './index-text.ts'
import { lockDocument } from './lock-document.store.ts'
import type { DocumentFile } from './read-document-file.ts'

/** Writes a document and its passages in one transaction, unless the base already holds this very content. */
export async function saveDocument(db: Db, file: DocumentFile): Promise<'added' | 'updated' | 'unchanged'> {
  const embeddings = await lexicalVectors.embed(
    file.chunks.map((chunk) => {
      const { heading, body } = indexText(file.meta, chunk)
      return `${heading}\n${body}`
    }),
  )
  return db.$transaction(async (tx) => {
    await lockDocument(tx, file.path)
    const before = await tx.knowledgeDocument.findUnique({
      where: { path: file.path },
      select: { contentHash: true },
    })
    if (before?.contentHash === file.contentHash) return 'unchanged'
    const documentId = await writeDocument(tx, file)
    await tx.knowledgeChunk.deleteMany({ where: { documentId } })
    for (const [position, chunk] of file.chunks.entries()) {
      await insertChunk(tx, { documentId, position, chunk, file, embedding: embeddings[position] ?? [] })
    }
    return before ? 'updated' : 'added'
  })
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
  chunk: Chunk
  file: DocumentFile
  embedding: number[]
}

/** The words of title and headings weigh more (A); identifiers are kept whole and in parts; English stems weigh least (D). */
async function insertChunk(
  tx: Tx,
  { documentId, position, chunk, file, embedding }: ChunkRow,
): Promise<void> {
  const { heading, body, plain } = indexText(file.meta, chunk)
  const parts = { heading: wordsOnly(heading), body: wordsOnly(body) }
  await tx.$executeRaw`
    INSERT INTO knowledge_chunks
      (id, document_id, position, heading_path, content, plain, words, embedding_model, embedding)
    VALUES (
      ${randomUUID()}::uuid, ${documentId}::uuid, ${position}, ${chunk.headingPath}, ${chunk.content}, ${plain},
      setweight(to_tsvector('french', ${heading}) || to_tsvector('french', ${parts.heading}), 'A')
        || setweight(to_tsvector('french', ${body}) || to_tsvector('french', ${parts.body}), 'C')
        || setweight(to_tsvector('english', ${parts.heading} || ' ' || ${parts.body}), 'D'),
      ${lexicalVectors.id}, ${JSON.stringify(embedding)}::vector)`
}

const wordsOnly = (text: string) => fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ')
