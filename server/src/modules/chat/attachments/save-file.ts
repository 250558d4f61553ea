import { type Attachment, type AttachmentFormat, ValidationError } from '@hub/contracts'
import type { ServerContext } from '../../../context.ts'
import { insertAttachment } from './attachment.store.ts'
import { roomOf } from './check-room.ts'
import { fileKind } from './file-kind.ts'
import { cleanName } from './file-name.ts'
import { readText } from './read-text.ts'

/** Characters of a file that are kept to be quoted. */
const maxChars = 200_000
const timeoutMs = 20_000

/**
 * Keeps an uploaded file with what can be read of it.
 * @throws ValidationError naming the field `file` when it is missing, empty, of another type or unreadable,
 *   LimitExceededError when its owner has no room left
 */
export async function saveFile(
  ctx: ServerContext,
  given: { file: Express.Multer.File | undefined; userId: string; signal: AbortSignal },
): Promise<Attachment> {
  const { file, userId, signal } = given
  if (!file || file.size === 0)
    throw new ValidationError('A file is expected', {
      reason: 'attachment.empty',
      fields: [{ path: 'file', message: 'is missing or empty' }],
    })
  const name = cleanName(file.originalname)
  const bytes = new Uint8Array(file.buffer)
  const { format, mediaType } = await fileKind(bytes, name)
  const read =
    format === 'image'
      ? { text: '', truncated: false }
      : await readText({ bytes, name: nameToRead(name, format), mediaType }, { signal, maxChars, timeoutMs })
  const row = { userId, name, format, mediaType, bytes, text: read.text.replaceAll('\0', '') }
  const pages = ('pages' in read ? read.pages : undefined) ?? null
  return insertAttachment(
    ctx.db,
    { ...row, pages, isTruncated: read.truncated },
    { maxBytes: roomOf(ctx), now: ctx.clock.now() },
  )
}

/** Source text is quoted as it is written: who attaches a page or a script asks about its source. */
function nameToRead(name: string, format: AttachmentFormat): string {
  return format === 'text' || format === 'json' ? 'source.txt' : name
}
