import { type Db, Prisma } from '@hub/prisma'
import { readableAudiences } from '../audience.policy.ts'
import type { KnowledgeQuestion } from './question.ts'

/** What a reader may see, in figures. */
export interface VisibleScope {
  /** Every leg keeps to these: `scope_id = ANY(ids)`. A number tells the planner more than a question would. */
  ids: number[]
  chunks: number
  /** Mean number of terms of a passage. */
  averageLength: number
}

/** Condition on `knowledge_scopes s`: what the reader may see and, for a client, what concerns it. */
export function isVisibleScope({ audience, clientName }: KnowledgeQuestion): Prisma.Sql {
  const mayRead = Prisma.sql`s.audience = ANY(${readableAudiences(audience)})`
  if (clientName === undefined) return mayRead
  return Prisma.sql`${mayRead} AND s.client_key IN ('', knowledge_client_key(${clientName}))`
}

/** The scopes that the reader may see; what a scope stands for never changes. */
export async function readVisibleScope(db: Db, question: KnowledgeQuestion): Promise<VisibleScope> {
  const rows = await db.$queryRaw<{ id: number; chunks: number; length: number }[]>`
    SELECT s.id, s.chunks, s.length::float8 AS length FROM knowledge_scopes s
    WHERE s.chunks > 0 AND ${isVisibleScope(question)}`
  const chunks = rows.reduce((sum, row) => sum + row.chunks, 0)
  const length = rows.reduce((sum, row) => sum + row.length, 0)
  return { ids: rows.map(({ id }) => id), chunks, averageLength: Math.max(1, length / Math.max(1, chunks)) }
}
