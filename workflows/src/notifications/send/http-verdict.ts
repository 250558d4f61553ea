import { retryAfterMs } from '@hub/kernel'
import { blockedCode } from './guarded-lookup.ts'
import type { HttpReply } from './post-json.ts'
import type { Verdict } from './verdict.ts'

const worthAnotherTry = new Set([408, 425, 429])

/** What an answer means (Standard Webhooks): only 2xx is success, 410 ends the channel, other 4xx the message. */
export function judgeReply({ status, retryAfter, text }: HttpReply, now: Date): Verdict {
  if (status >= 200 && status < 300) return { kind: 'sent' }
  const reason = `HTTP ${status}${knownWord(text)}`
  if (status === 410) return { kind: 'disable', reason }
  if (status >= 300 && status < 400) return { kind: 'retry', reason: `${reason}: redirects are not followed` }
  if (status >= 400 && status < 500 && !worthAnotherTry.has(status)) return { kind: 'give_up', reason }
  const afterMs = retryAfterMs(retryAfter, now)
  return { kind: 'retry', reason, ...(afterMs !== undefined && { afterMs }) }
}

/** What an exception of the connection means. Only its code is told: its message can hold the address. */
export function judgeFailure(error: unknown): Verdict {
  if (error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError'))
    return { kind: 'retry', reason: 'no answer in time' }
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN'
  if (code === blockedCode)
    return { kind: 'give_up', reason: 'the name leads to an address that is not allowed (allowPrivate)' }
  return { kind: 'retry', reason: code }
}

/** Error words of Slack, such as `invalid_payload`; anything else could be anything. */
function knownWord(text: string): string {
  return /^[a-z]+(_[a-z]+)+$/.test(text) && text.length <= 40 ? ` ${text}` : ''
}
