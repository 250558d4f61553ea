import { type Db, Prisma, type Tx } from '@hub/prisma'
import type { MessageRow } from '../message.store.ts'

/** Ids of a message and those before it on its branch, newest first: one indexed look per step, whatever is stored. */
export function pathQuery(path: { from: string; limit: number }): Prisma.Sql {
  return Prisma.sql`
    WITH RECURSIVE path AS (
      SELECT id, parent_id, rank, 1 AS step FROM messages WHERE id = ${path.from}::uuid
      UNION ALL
      SELECT m.id, m.parent_id, m.rank, path.step + 1
      FROM path JOIN messages m ON m.id = path.parent_id
      WHERE path.step < ${path.limit}
    )
    SELECT id FROM path ORDER BY step`
}

/** A message and those before it on its branch, newest first. */
export async function listPath(db: Db | Tx, path: { from: string; limit: number }): Promise<MessageRow[]> {
  const steps = await db.$queryRaw<{ id: string }[]>(pathQuery(path))
  const rows = await db.message.findMany({ where: { id: { in: steps.map(({ id }) => id) } } })
  return rows.sort((one, other) => (one.rank > other.rank ? -1 : 1))
}

/** Where a conversation's own messages end: `forkId` is the one of an earlier conversation that it continues from. */
export interface Tree {
  id: string
  forkId: string | null
}

/**
 * Messages of earlier conversations that belong to a branch, down to the rank `from`, newest first. A parent ranks
 * below its children, so the walk ends there.
 */
export async function inheritedIds(db: Db | Tx, tree: Tree, from: bigint): Promise<string[]> {
  if (tree.forkId === null) return []
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE path AS (
      SELECT id, parent_id, rank FROM messages WHERE id = ${tree.forkId}::uuid AND rank >= ${from}
      UNION ALL
      SELECT m.id, m.parent_id, m.rank FROM path JOIN messages m ON m.id = path.parent_id
      WHERE m.rank >= ${from}
    )
    SELECT id FROM path ORDER BY rank DESC`
  return rows.map(({ id }) => id)
}

/** Does a message belong to a conversation: to one of its branches, or to what it continues from? */
export async function isInTree(
  db: Db | Tx,
  tree: Tree,
  message: { id: string; conversationId: string; rank: bigint },
): Promise<boolean> {
  if (message.conversationId === tree.id) return true
  return (await inheritedIds(db, tree, message.rank)).includes(message.id)
}

/** The newest end of the branch that goes through a message of the conversation. */
export async function newestEnd(
  db: Db | Tx,
  tree: Tree,
  message: { id: string; rank: bigint },
): Promise<string> {
  const inherited = await inheritedIds(db, tree, message.rank)
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE down AS (
      SELECT ${message.id}::uuid AS id, 1 AS step
      UNION ALL
      SELECT next.id, down.step + 1
      FROM down CROSS JOIN LATERAL (
        SELECT m.id FROM messages m
        WHERE m.parent_id = down.id
          AND (m.conversation_id = ${tree.id}::uuid OR m.id = ANY(${inherited}::uuid[]))
        ORDER BY m.rank DESC LIMIT 1
      ) next
    )
    SELECT id FROM down ORDER BY step DESC LIMIT 1`
  return rows[0]?.id ?? message.id
}
