import { Passage } from '@hub/contracts'
import type { Db } from '@hub/prisma'
import type { z } from 'zod'
import { readableAudiences } from '../audience.policy.ts'
import { isoDay } from '../documents/iso-day.ts'
import type { Hit, KnowledgeQuestion } from './question.ts'

/** A passage without its citation number, which belongs to the answer that quotes it. */
export type FoundPassage = Omit<z.infer<typeof Passage>, 'citation'>

const Kind = Passage.shape.kind

/** The passages of the hits, in their order; those removed or hidden since are left out. */
export async function readPassages(
  db: Db,
  { question, hits }: { question: KnowledgeQuestion; hits: readonly Hit[] },
): Promise<FoundPassage[]> {
  const rows = await db.knowledgeChunk.findMany({
    where: {
      id: { in: hits.map(({ chunkId }) => chunkId) },
      document: { audience: { in: readableAudiences(question.audience) } },
    },
    select: {
      id: true,
      headingPath: true,
      content: true,
      document: { select: { id: true, title: true, path: true, kind: true, validUntil: true } },
    },
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return hits.flatMap(({ chunkId, score }) => {
    const row = byId.get(chunkId)
    if (!row) return []
    const { document, headingPath, content } = row
    const { title, path, validUntil } = document
    const kind = Kind.parse(document.kind)
    const until = validUntil && { validUntil: isoDay(validUntil) }
    return [{ documentId: document.id, chunkId, title, path, kind, headingPath, content, score, ...until }]
  })
}
