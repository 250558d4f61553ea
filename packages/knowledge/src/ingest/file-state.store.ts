import { type Db, Prisma } from '@hub/prisma'
import { z } from 'zod'
import type { DocumentProblem } from './document-problem.ts'
import type { FrontMatter } from './front-matter.ts'

const Problem = z.object({
  reason: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type StoredProblem = z.infer<typeof Problem>

/** A file as it was when it was last read. */
export interface FileState {
  path: string
  sourceHash: string | null
  bytesHash: string | null
  indexKey: string
  storedHash: string | null
  problem: StoredProblem | undefined
  /** Content hash of the document that stands at this path now. */
  documentHash: string | undefined
}

/** Reads a problem out of a JSON column; undefined when there is none. */
export function storedProblem(json: unknown): StoredProblem | undefined {
  return Problem.safeParse(json).data
}

/** The files of the folder as they were last read, by path. */
export async function readFileStates(db: Db): Promise<Map<string, FileState>> {
  const rows = await db.knowledgeFile.findMany({
    select: {
      ...{ path: true, sourceHash: true, bytesHash: true, indexKey: true, storedHash: true, problem: true },
      document: { select: { path: true, contentHash: true } },
    },
  })
  return new Map(
    rows.map(({ problem, document, ...row }) => {
      const documentHash = document?.path === row.path ? document.contentHash : undefined
      return [row.path, { ...row, problem: storedProblem(problem), documentHash }]
    }),
  )
}

/** A file that was just read. */
export interface ReadFile {
  path: string
  format: string | null
  size: number | null
  sourceHash: string | null
  /** Left out when the bytes could not be read: those that are known stay. */
  bytesHash?: string
  indexKey: string
  checkedAt: Date
}

/** Notes the bytes of a file that was read before they were noted. */
export async function recordBytes(
  db: Db,
  { path, bytesHash }: { path: string; bytesHash: string },
): Promise<void> {
  await db.knowledgeFile.updateMany({ where: { path }, data: { bytesHash } })
}

/** Notes a file whose document is stored, and what the document itself does not hold of its metadata. */
export async function recordGoodFile(db: Db, file: ReadFile, meta: FrontMatter): Promise<void> {
  const { path } = file
  await db.$transaction(async (tx) => {
    const { id, contentHash } = await tx.knowledgeDocument.update({
      where: { path },
      data: {
        system: meta.system ?? null,
        validUntil: meta.validUntil === undefined ? null : new Date(`${meta.validUntil}T00:00:00Z`),
      },
      select: { id: true, contentHash: true },
    })
    const data = { ...file, documentId: id, storedHash: contentHash, problem: Prisma.DbNull }
    await tx.knowledgeFile.upsert({ where: { path }, create: data, update: data })
  })
}

/** Notes why a file is no document; the version that the base holds, if any, stays. */
export async function recordBadFile(
  db: Db,
  file: ReadFile,
  { reason, params }: DocumentProblem,
): Promise<void> {
  const { path } = file
  const document = await db.knowledgeDocument.findUnique({ where: { path }, select: { id: true } })
  const data = { ...file, documentId: document?.id ?? null, storedHash: null, problem: { reason, params } }
  await db.knowledgeFile.upsert({ where: { path }, create: data, update: data })
}
