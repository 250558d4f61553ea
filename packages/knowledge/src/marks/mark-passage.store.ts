import { randomUUID } from 'node:crypto'
import { type Accreditation, ConflictError, type MarkPassageInput, NotFoundError } from '@hub/contracts'
import type { Tx } from '@hub/prisma'
import { readableAudiences } from '../audience.policy.ts'
import type { RunStarter } from '../ingest/ingest-run.store.ts'
import { lockDocument } from '../ingest/lock-document.store.ts'

const excerptLength = 300

/**
 * Marks a passage as wrong or outdated. The mark belongs to the text of the passage: it stays when the file is read
 * again, and ends with another text.
 * @returns id of the mark
 * @throws NotFoundError `knowledge.passage`, ConflictError `knowledge.marked` when such a mark is in force
 */
export async function markPassage(
  tx: Tx,
  command: {
    chunkId: string
    input: MarkPassageInput
    by: RunStarter
    audience: Accreditation
    now: Date
  },
): Promise<string> {
  const { chunkId, input, by, audience, now } = command
  const chunk = await tx.knowledgeChunk.findFirst({
    where: { id: chunkId, document: { audience: { in: readableAudiences(audience) } } },
    include: { document: { select: { path: true, audience: true } } },
  })
  if (!chunk) throw new NotFoundError(`There is no passage ${chunkId}`, { reason: 'knowledge.passage' })
  await lockDocument(tx, chunk.document.path)
  const { documentId, textHash, headingPath, content } = chunk
  const { kind, note } = input
  const same = { documentId, textHash, kind, state: { in: ['open', 'confirmed'] } }
  if ((await tx.knowledgeMark.count({ where: same })) > 0)
    throw new ConflictError('The passage is marked so already', { reason: 'knowledge.marked' })
  const id = randomUUID()
  await tx.knowledgeMark.create({
    data: {
      ...{ id, documentId, textHash, headingPath, kind, note, state: 'open', createdAt: now },
      excerpt: content.slice(0, excerptLength),
      audience: chunk.document.audience,
      markedBy: { ...by },
    },
  })
  return id
}
