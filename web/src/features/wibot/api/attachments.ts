import { Attachment } from '@hub/contracts'
import { ApiError, readApiError } from '../../../lib/api-error.ts'

/** Gives a file to the Hub, which reads it. Throws ApiError. */
export async function uploadAttachment(file: File, signal: AbortSignal): Promise<Attachment> {
  const body = new FormData()
  body.append('file', file, file.name)
  const response = await fetch('/api/chat/attachments', {
    method: 'POST',
    credentials: 'same-origin',
    signal,
    headers: { accept: 'application/json', 'accept-language': document.documentElement.lang },
    body,
  }).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ApiError({ status: 0, code: 'OFFLINE', message: '' }, cause)
  })
  if (!response.ok) throw await readApiError(response)
  return Attachment.parse(await response.json())
}

/** Where the bytes of a file are: an image to show, or a file to save. */
export function contentOf(id: string): string {
  return `/api/chat/attachments/${encodeURIComponent(id)}/content`
}
