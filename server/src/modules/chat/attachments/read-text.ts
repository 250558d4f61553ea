import { ValidationError } from '@hub/contracts'
import { DocumentProblem, type ExtractedText, extractText } from '@hub/knowledge'

/**
 * The text of an uploaded file.
 * @param limits.maxChars what is longer is cut, and `truncated` says so
 * @throws ValidationError naming the field `file` for one that cannot be read; the reason of the signal
 */
export async function readText(
  file: { bytes: Uint8Array; name: string; mediaType: string },
  limits: { signal: AbortSignal; maxChars: number; timeoutMs: number },
): Promise<ExtractedText> {
  try {
    return await extractText(file, limits)
  } catch (error) {
    if (!(error instanceof DocumentProblem)) throw error
    const { message, reason, params } = error
    throw new ValidationError(message, {
      reason,
      params,
      fields: [{ path: 'file', message: 'cannot be read' }],
      cause: error,
    })
  }
}
