import type { Db } from '@hub/prisma'

/** What a branch takes over from the conversation it leaves, deleted or not. */
export async function readFamily(db: Db, conversationId: string) {
  const { title, binding, originId } = await db.conversation.findUniqueOrThrow({
    where: { id: conversationId },
    select: { title: true, binding: true, originId: true },
  })
  return { title, binding, originId: originId ?? conversationId }
}
