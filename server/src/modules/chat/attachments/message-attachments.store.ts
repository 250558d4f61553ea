import { type Attachment, NotFoundError } from '@hub/contracts'
import type { Db } from '@hub/prisma'
import { presentAttachment, withoutContent } from './present-attachment.ts'

/** Files of messages, in the order they were given. */
export async function listMessageAttachments(
  db: Db,
  messageIds: string[],
): Promise<Map<string, Attachment[]>> {
  const rows = await db.messageAttachment.findMany({
    where: { messageId: { in: messageIds } },
    orderBy: { position: 'asc' },
    include: { attachment: { omit: withoutContent } },
  })
  const byMessage = Map.groupBy(rows, ({ messageId }) => messageId)
  return new Map(
    [...byMessage].map(([messageId, links]) => [
      messageId,
      links.map(({ attachment }) => presentAttachment(attachment)),
    ]),
  )
}

/** The beginning of the text of a file. */
export async function readAttachedText(db: Db, id: string, longest: number): Promise<string> {
  const [row] = await db.$queryRaw<{ text: string }[]>`
    SELECT left(text, ${longest}) AS text FROM attachments WHERE id = ${id}::uuid`
  return row?.text ?? ''
}

/** A file that is not there, or is somebody else's. */
export function noSuchFile(): NotFoundError {
  return new NotFoundError('There is no such file', {
    reason: 'attachment.not_found',
    fields: [{ path: 'attachmentIds', message: 'names a file that is not there' }],
  })
}
