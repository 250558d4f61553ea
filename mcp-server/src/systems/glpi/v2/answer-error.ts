import { AppError, ConflictError, ForbiddenError, NotFoundError, UpstreamError } from '@hub/contracts'
import type { HttpAnswer } from '@hub/kernel'
import type { Missing } from '../client/answer-error.ts'
import { ErrorAnswer } from './schemas.ts'

/** True when GLPI took no notice of the request because of its token; an expired one is answered 400. */
export function isTokenRefused(answer: HttpAnswer): boolean {
  if (answer.status === 401) return true
  const error = ErrorAnswer.safeParse(answer.data)
  return answer.status === 400 && error.success && error.data.title === 'Invalid OAuth token'
}

/** An answer of GLPI as the error it is, or undefined for a good one (protocol section 2.3). */
export function answerError(answer: HttpAnswer, missing?: Missing): AppError | undefined {
  if (answer.status >= 200 && answer.status < 300) return undefined
  const parsed = ErrorAnswer.safeParse(answer.data)
  if (!parsed.success) return unexplained(answer)
  const { status: code, title, detail } = parsed.data
  const params = { system: 'GLPI', code, status: answer.status }
  if (isTokenRefused(answer)) {
    return new UpstreamError('GLPI ended the session of the Hub', { reason: 'glpi.session', params })
  }
  switch (code) {
    case 'ERROR_ITEM_NOT_FOUND':
      return new NotFoundError(missing?.message ?? 'GLPI does not have this item, or hides it from the Hub', {
        reason: missing?.reason ?? 'glpi.not_found',
        params: { ...params, ...missing?.params },
      })
    case 'ERROR_RIGHT_MISSING':
      return detail === 'The High-Level API is disabled'
        ? new UpstreamError('The High-Level API of GLPI is switched off', {
            reason: 'glpi.configuration',
            params,
          })
        : new ForbiddenError('GLPI does not allow this to the account of the Hub', {
            reason: 'glpi.forbidden',
            params,
          })
    case 'ERROR_ALREADY_EXISTS':
      return refused(params)
    default:
      return isRefusal(answer, title) ? refused(params) : failed(answer, params)
  }
}

/** What a rule of GLPI refuses comes as a 500 with this title; any other 500 may have done something. */
function isRefusal(answer: HttpAnswer, title: string): boolean {
  return answer.status === 500 && /^Failed to (?:create|update|delete) item/.test(title)
}

/** The change was refused, and not made. */
export function refused(params: Record<string, string | number>): ConflictError {
  return new ConflictError('GLPI refused the change because of its own rules', {
    reason: 'glpi.refused',
    params,
  })
}

function failed(answer: HttpAnswer, params: { code: string }): AppError {
  if (answer.status >= 500) return badStatus(answer.status)
  return new UpstreamError(`GLPI could not process the request (${params.code})`, {
    reason: 'glpi.error',
    params,
  })
}

/** No body of GLPI: 404 is how it answers a route that it does not have. */
function unexplained({ status }: HttpAnswer): AppError {
  if (status !== 404) return badStatus(status)
  return new UpstreamError(
    'GLPI does not know this request; check GLPI_URL, its High-Level API needs GLPI 11',
    {
      reason: 'glpi.configuration',
      params: { system: 'GLPI', status },
    },
  )
}

function badStatus(status: number): UpstreamError {
  return new UpstreamError(`GLPI answered with an error (HTTP ${status})`, {
    reason: 'upstream.bad_status',
    params: { system: 'GLPI', status },
  })
}

/** Code of GLPI that an error came from, or undefined. */
export function answerErrorCode(error: unknown): string | undefined {
  const code = error instanceof AppError ? error.params.code : undefined
  return typeof code === 'string' ? code : undefined
}
