import type { UpstreamError } from '@hub/contracts'
import { upstreamError } from './upstream-errors.ts'

/**
 * JSON of an answer; null when it is empty.
 * @throws UpstreamError `upstream.not_json` (2xx) or `upstream.bad_status`, without a word of the body.
 */
export function parseJson(system: string, answer: { status: number; text: string }): unknown {
  const text = answer.text.trim()
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch {
    throw unreadable(system, answer.status, text.startsWith('<'))
  }
}

function unreadable(system: string, status: number, isMarkup: boolean): UpstreamError {
  if (status < 200 || status > 299) return badStatus(system, status)
  const sentence = isMarkup
    ? `answered a web page instead of data (HTTP ${status})`
    : `answered incomplete or unreadable data (HTTP ${status})`
  return upstreamError({ system, reason: 'upstream.not_json', sentence, status })
}

/** The error of a status that the caller does not read. */
export function badStatus(system: string, status: number, retryAfterMs?: number): UpstreamError {
  const sentence = `answered with an error (HTTP ${status})`
  return upstreamError({
    system,
    reason: 'upstream.bad_status',
    sentence,
    status,
    ...(retryAfterMs !== undefined && { retryAfterSeconds: Math.ceil(retryAfterMs / 1_000) }),
  })
}
