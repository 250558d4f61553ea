import { AppError, ConflictError, UpstreamError } from '@hub/contracts'
import type { NodemailerError } from 'nodemailer'

const certificate = /CERT|TLS|SSL|SIGNATURE/

/** Reason of the one failure after which nobody can say whether the message was delivered. */
export const outcomeUnknown = 'mail.outcome_unknown'

/**
 * What went wrong with a message, in plain words; the text of the server stays out of it. A refusal in answer to the
 * content is final (RFC 5321 section 4.2.5); a content without answer is `mail.outcome_unknown`.
 */
export function smtpError(
  error: unknown,
  { isContentSent, messageId }: { isContentSent: boolean; messageId: string },
): AppError {
  if (error instanceof AppError) return error
  const { code, responseCode } = fieldsOf(error)
  if (isContentSent && (code !== 'EMESSAGE' || responseCode === undefined)) return unanswered(messageId)
  return beforeContent(error)
}

/** The same for an exchange in which no content was sent. */
export function beforeContent(error: unknown): AppError {
  if (error instanceof AppError) return error
  const { code = 'UNKNOWN', originalCode = code, responseCode, name } = fieldsOf(error)
  if (code === 'EAUTH' || code === 'ENOAUTH')
    return new UpstreamError('The mail server refuses the account of the Hub', {
      reason: 'mail.configuration',
    })
  if (code === 'ETLS' || certificate.test(originalCode))
    return new UpstreamError('The mail server offers no encryption that can be trusted', {
      reason: 'mail.tls',
      params: { network: originalCode },
    })
  if (responseCode !== undefined && responseCode >= 400) return refused(responseCode)
  if (code === 'ETIMEDOUT' || name === 'TimeoutError' || name === 'AbortError')
    return new UpstreamError('The mail server did not answer in time; nothing was sent', {
      reason: 'mail.timeout',
    })
  return new UpstreamError('The mail server cannot be reached; nothing was sent', {
    reason: 'mail.unreachable',
    params: { network: originalCode },
  })
}

/** 4yz: not now; 5yz: never (RFC 5321 section 4.2.1). */
function refused(status: number): AppError {
  return status < 500
    ? new UpstreamError(`The mail server asks to try again later (${status}); nothing was sent`, {
        reason: 'mail.deferred',
        params: { status },
      })
    : new ConflictError(`The mail server refused the message (${status}); nothing was sent`, {
        reason: 'mail.refused',
        params: { status },
      })
}

function unanswered(messageId: string): AppError {
  return new UpstreamError(
    `The mail server did not confirm the message; look for ${messageId} in its journal before writing again`,
    { reason: outcomeUnknown, params: { messageId } },
  )
}

function fieldsOf(error: unknown): Partial<NodemailerError> {
  return error instanceof Error ? error : {}
}
