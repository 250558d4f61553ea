import { KnowledgeMark } from '@hub/contracts'

/** A mark as the database gives it, with its document and its passage of now. */
export interface MarkRow {
  id: string
  kind: string
  state: string
  note: string
  documentId: string
  title: string
  path: string
  headingPath: string[]
  excerpt: string
  chunkId: string | null
  by: unknown
  at: Date
  resolvedBy: unknown
  resolvedAt: Date | null
  resolution: string | null
}

/** A mark for its readers. */
export function presentMark({ at, resolvedBy, resolvedAt, resolution, ...row }: MarkRow): KnowledgeMark {
  return KnowledgeMark.parse({
    ...row,
    at: at.toISOString(),
    ...(resolvedBy !== null && { resolvedBy }),
    ...(resolvedAt && { resolvedAt: resolvedAt.toISOString() }),
    ...(resolution && { resolution }),
  })
}
