import { type Db, Prisma, type Tx } from '@hub/prisma'

const ended = ['executed', 'failed', 'unknown', 'rejected', 'expired', 'cancelled']

/** Ended requests of conversations that were not told there yet, oldest first. */
export async function findUntold(db: Db): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT a.id FROM approvals a JOIN conversations c ON c.id = a.conversation_id
    WHERE a.state IN (${Prisma.join(ended)})
      AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.approval_id = a.id)
    ORDER BY a.number LIMIT 200`
  return rows.map((row) => row.id)
}

/** Adds the outcome to its conversation, once. @returns the owner and message, null when it was there */
export async function insertOutcome(
  tx: Tx,
  outcome: { approvalId: string; conversationId: string; text: (locale: string) => string; now: Date },
): Promise<{ userId: string; messageId: string } | null> {
  const { approvalId, conversationId, now } = outcome
  await tx.$queryRaw`SELECT id FROM conversations WHERE id = ${conversationId}::uuid FOR UPDATE`
  const conversation = await tx.conversation.findUnique({
    where: { id: conversationId },
    include: { user: { select: { locale: true } } },
  })
  if (!conversation) return null
  const [created] = await tx.message.createManyAndReturn({
    data: [
      {
        conversationId,
        // After what is shown, whichever branch asked: what was done is so on all of them.
        ...(conversation.leafId === null ? { depth: 0 } : { parentId: conversation.leafId }),
        role: 'assistant',
        kind: 'outcome',
        mode: conversation.mode,
        content: outcome.text(conversation.user.locale),
        status: 'complete',
        approvalId,
        createdAt: now,
        completedAt: now,
      },
    ],
    skipDuplicates: true,
  })
  return created ? { userId: conversation.userId, messageId: created.id } : null
}
