import { type Attachment, AttachmentFormat } from '@hub/contracts'
import type { Prisma } from '@hub/prisma'

/** Everything of a file but what is long. */
export const withoutContent = { bytes: true, text: true } as const
type AttachmentRow = Prisma.AttachmentGetPayload<{ omit: typeof withoutContent }>

/** A stored file as the API shows it. */
export function presentAttachment(row: AttachmentRow): Attachment {
  const { id, name, mediaType, size, pages, textLength, isTruncated } = row
  return {
    id,
    name,
    format: AttachmentFormat.parse(row.format),
    mediaType,
    size,
    pages,
    textLength,
    isTruncated,
    createdAt: row.createdAt.toISOString(),
  }
}
