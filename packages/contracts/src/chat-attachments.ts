import { z } from 'zod'

/** Largest file, in bytes. */
export const maxAttachmentSize = 10 * 1024 * 1024
export const maxAttachmentsPerMessage = 5
/** Files of one person that the Hub takes at the same time. */
export const uploadsAtOncePerUser = 2

export const attachmentFormats = ['text', 'csv', 'json', 'markdown', 'image', 'pdf', 'docx'] as const
export const AttachmentFormat = z.enum(attachmentFormats)
export type AttachmentFormat = z.infer<typeof AttachmentFormat>

/** A file that its owner gave to the assistant; its type is told by its content. */
export const Attachment = z
  .object({
    id: z.string(),
    name: z.string(),
    format: AttachmentFormat,
    mediaType: z.string(),
    /** In bytes. */
    size: z.number().int(),
    pages: z.number().int().nullable(),
    /** Characters that could be read; none of an image. */
    textLength: z.number().int(),
    /** Only the beginning of the text is kept. */
    isTruncated: z.boolean(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Attachment' })
export type Attachment = z.infer<typeof Attachment>
