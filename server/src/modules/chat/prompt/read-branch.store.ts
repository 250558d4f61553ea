import { type Db, Prisma } from '@hub/prisma'
import { historyCharacters } from './history.ts'

/** A message as a prompt takes it. */
export interface BranchMessage {
  id: string
  role: 'user' | 'assistant'
  /** Cut where it is longer than a prompt can take. */
  content: string
  depth: number
  /** The engine that wrote the whole of an answer; null when that is not known. */
  provider: string | null
  hasFiles: boolean
}

/** One indexed look per message, whatever is stored. */
export function branchQuery(branch: { from: string; limit: number }): Prisma.Sql {
  return Prisma.sql`
    WITH RECURSIVE branch AS (
      SELECT id, parent_id, role, content, depth, provider, 1 AS step FROM messages WHERE id = ${branch.from}::uuid
      UNION ALL
      SELECT m.id, m.parent_id, m.role, m.content, m.depth, m.provider, branch.step + 1
      FROM branch JOIN messages m ON m.id = branch.parent_id
      WHERE branch.step < ${branch.limit}
    )
    SELECT id, CASE role WHEN 'user' THEN 'user' ELSE 'assistant' END AS role,
      left(content, ${historyCharacters + 1}) AS content, depth, provider,
      EXISTS (SELECT 1 FROM message_attachments f WHERE f.message_id = branch.id) AS "hasFiles"
    FROM branch ORDER BY step`
}

/** The message `from` and those before it on its branch, newest first: one statement and only what a prompt takes. */
export async function readBranch(db: Db, branch: { from: string; limit: number }): Promise<BranchMessage[]> {
  return db.$queryRaw<BranchMessage[]>(branchQuery(branch))
}
