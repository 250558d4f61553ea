import type { RegenerateMessage, SendMessage } from '@hub/contracts'
import { api, apiFetch } from '../../../lib/api.ts'
import { ApiError, readApiError } from '../../../lib/api-error.ts'

/** Sends a message; the answer is the body, a stream of events. Throws ApiError before the stream. */
export function sendMessage(input: SendMessage, signal: AbortSignal): Promise<Response> {
  return apiFetch('POST', '/api/chat/message', { body: input, signal })
}

/** Has a question answered again; the answer is the body, a stream of events. Throws ApiError before the stream. */
export function regenerateAnswer(
  messageId: string,
  input: RegenerateMessage,
  signal: AbortSignal,
): Promise<Response> {
  const path = `/api/chat/messages/${encodeURIComponent(messageId)}/regenerate`
  return apiFetch('POST', path, { body: input, signal })
}

/** Opens the stream of an answer again, after an event or from its beginning. Throws ApiError. */
export async function resumeStream(
  at: { messageId: string; lastEventId: number },
  signal: AbortSignal,
): Promise<Response> {
  const response = await fetch(`/api/chat/messages/${encodeURIComponent(at.messageId)}/stream`, {
    credentials: 'same-origin',
    signal,
    headers: {
      accept: 'text/event-stream',
      'accept-language': document.documentElement.lang,
      ...(at.lastEventId > 0 ? { 'last-event-id': String(at.lastEventId) } : {}),
    },
  })
  if (!response.ok) throw await readApiError(response)
  return response
}

/** Asks the Hub to stop writing an answer; what is written stays. Throws ApiError. */
export function stopStream(messageId: string): Promise<void> {
  return api.command('POST', `/api/chat/messages/${encodeURIComponent(messageId)}/stop`)
}

/** True for failures of the way, not of the request: asking again may work. */
export function isWorthRetrying(error: unknown): boolean {
  return (
    !(error instanceof ApiError) || error.status === 429 || error.status >= 500 || error.code === 'OFFLINE'
  )
}
