import { type AttachmentFormat, ValidationError } from '@hub/contracts'
import { fileTypeFromBuffer } from 'file-type'

export interface FileKind {
  format: AttachmentFormat
  /** As it is served. */
  mediaType: string
}

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const byContent: Record<string, AttachmentFormat> = {
  'image/png': 'image',
  'image/jpeg': 'image',
  'image/webp': 'image',
  'image/gif': 'image',
  'application/pdf': 'pdf',
  [docx]: 'docx',
}

/** Text has no mark of its own: the name tells its kind, and nothing of it is ever more than text. */
const byEnding: Record<string, FileKind> = {
  csv: { format: 'csv', mediaType: 'text/csv; charset=utf-8' },
  json: { format: 'json', mediaType: 'application/json; charset=utf-8' },
  md: { format: 'markdown', mediaType: 'text/markdown; charset=utf-8' },
  markdown: { format: 'markdown', mediaType: 'text/markdown; charset=utf-8' },
}
const text: FileKind = { format: 'text', mediaType: 'text/plain; charset=utf-8' }
const markedText = ['application/xml', 'text/xml']

/**
 * What a file is, by its content; its name only tells kinds of text apart. What has no mark is text, which reading it
 * then proves.
 * @throws ValidationError for a known type other than text, images, PDF and Word documents
 */
export async function fileKind(bytes: Uint8Array, name: string): Promise<FileKind> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  const format = byContent[found?.mime ?? '']
  if (found && format) return { format, mediaType: found.mime }
  if (found && !markedText.includes(found.mime)) throw otherType(found.ext)
  const ending = /\.([A-Za-z]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return byEnding[ending] ?? text
}

function otherType(found: string): ValidationError {
  return new ValidationError(`Files of this type are not taken: ${found}`, {
    reason: 'attachment.type',
    params: { found },
    fields: [{ path: 'file', message: `is of type ${found}` }],
  })
}
