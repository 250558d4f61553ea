import { Prisma, type Tx } from '@hub/prisma'

/** How long a file is kept that no conversation shows: a deletion can be undone for as long. */
export const unseenKeptMs = 24 * 3_600_000
/** The room of other files waits for the next time. */
const atOnce = 500

/**
 * Deletes files that were given before and that nothing shows since then: they were never sent, or every
 * conversation of each family of branches that holds them was deleted.
 * @param userId of one person only
 * @returns how many
 */
export async function purgeFiles(
  tx: Tx,
  { before, userId }: { before: Date; userId?: string },
): Promise<number> {
  const own = userId === undefined ? Prisma.empty : Prisma.sql`AND a.user_id = ${userId}::uuid`
  // Locked first: whoever sends one of them meanwhile is seen by the statements below, or waits for their end.
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT a.id::text AS id FROM attachments a
    WHERE a.created_at < ${before} ${own} AND NOT EXISTS (${showing(before)})
    LIMIT ${atOnce} FOR UPDATE SKIP LOCKED`
  if (found.length === 0) return 0
  const ids = found.map(({ id }) => id)
  await tx.$executeRaw`
    DELETE FROM message_attachments held USING attachments a
    WHERE a.id = ANY(${ids}::uuid[]) AND held.attachment_id = a.id AND NOT EXISTS (${showing(before)})`
  const { count } = await tx.attachment.deleteMany({ where: { id: { in: ids }, messages: { none: {} } } })
  return count
}

/** Conversations that may show the file `a`: a branch shows the messages of the one that it began in. */
function showing(before: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT 1 FROM message_attachments link
    JOIN messages m ON m.id = link.message_id
    JOIN conversations c ON c.id = m.conversation_id
    JOIN conversations f ON f.id = coalesce(c.origin_id, c.id) OR f.origin_id = coalesce(c.origin_id, c.id)
    WHERE link.attachment_id = a.id AND (f.deleted_at IS NULL OR f.deleted_at >= ${before})`
}
