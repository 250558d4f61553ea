import { ValidationError } from '@hub/contracts'
import { decodeText } from './decode-text.ts'

export interface ReadText {
  text: string
  title?: string
  pages?: number
  truncated: boolean
  format: string
}

/**
 * The text of a file. The one place that reads them: text formats only, until documents can be read here too.
 * @param limits.maxChars what is longer is cut, and `truncated` says so
 * @throws ValidationError naming the field `file` for a format that cannot be read
 */
export async function readText(
  file: { bytes: Uint8Array; name: string; mediaType?: string },
  limits: { signal: AbortSignal; maxChars?: number; timeoutMs?: number },
): Promise<ReadText> {
  limits.signal.throwIfAborted()
  const isDocument = /^application\/(pdf|vnd\.)/.test(file.mediaType ?? '')
  const text = isDocument ? null : decodeText(file.bytes)
  if (text === null)
    throw new ValidationError('The text of this file cannot be read', {
      reason: 'attachment.unreadable',
      fields: [{ path: 'file', message: 'cannot be read' }],
    })
  const { maxChars = text.length } = limits
  return { text: text.slice(0, maxChars).toWellFormed(), truncated: text.length > maxChars, format: 'text' }
}
