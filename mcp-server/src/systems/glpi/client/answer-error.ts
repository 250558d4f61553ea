import { type AppError, ConflictError, ForbiddenError, NotFoundError, UpstreamError } from '@hub/contracts'
import type { HttpAnswer } from '@hub/kernel'
import { ErrorEnvelope } from '../schemas.ts'

/** The sentence of a missing thing, known by the caller that asked for it. */
export interface Missing {
  reason: string
  message: string
  params?: Record<string, string | number>
}

const configurationCodes: Record<string, string> = {
  ERROR_GLPI_LOGIN: 'GLPI refused the token of the Hub; check GLPI_USER_TOKEN',
  ERROR_GLPI_LOGIN_USER_TOKEN: 'GLPI refused the token of the Hub; check GLPI_USER_TOKEN',
  ERROR_LOGIN_PARAMETERS_MISSING: 'GLPI received no token from the Hub; check GLPI_USER_TOKEN',
  ERROR_APP_TOKEN_PARAMETERS_MISSING: 'GLPI wants an application token; check GLPI_APP_TOKEN',
  ERROR_WRONG_APP_TOKEN_PARAMETER: 'GLPI refused the application token of the Hub; check GLPI_APP_TOKEN',
  ERROR_NOT_ALLOWED_IP: 'GLPI does not accept calls from the address of the Hub; check its API clients',
}

/** Code of an error answer, or undefined: the code alone counts, the message is localised. */
export function errorCode(answer: HttpAnswer): string | undefined {
  const envelope = ErrorEnvelope.safeParse(answer.data)
  return envelope.success ? envelope.data[0] : undefined
}

/** An answer of GLPI as the error it is, or undefined for a good one (protocol section 1.2). */
export function answerError(answer: HttpAnswer, missing?: Missing): AppError | undefined {
  const code = errorCode(answer)
  if (code === undefined) return answer.status >= 400 ? unexplained(answer.status) : undefined
  const params = { system: 'GLPI', code, status: answer.status }
  const configuration = configurationCodes[code]
  if (configuration !== undefined) {
    return new UpstreamError(configuration, { reason: 'glpi.configuration', params })
  }
  switch (code) {
    case 'ERROR_ITEM_NOT_FOUND':
      return new NotFoundError(missing?.message ?? 'GLPI does not have this item, or hides it from the Hub', {
        reason: missing?.reason ?? 'glpi.not_found',
        params: { ...params, ...missing?.params },
      })
    case 'ERROR_RIGHT_MISSING':
      return new ForbiddenError('GLPI does not allow this to the account of the Hub', {
        reason: 'glpi.forbidden',
        params,
      })
    case 'ERROR_GLPI_ADD':
    case 'ERROR_GLPI_UPDATE':
    case 'ERROR_GLPI_DELETE':
      return new ConflictError('GLPI refused the change because of its own rules', {
        reason: 'glpi.refused',
        params,
      })
    case 'ERROR_GLPI_PARTIAL_ADD':
    case 'ERROR_GLPI_PARTIAL_UPDATE':
    case 'ERROR_GLPI_PARTIAL_DELETE':
      return new UpstreamError('GLPI made a part of the change and refused the rest', {
        reason: 'glpi.done_partly',
        params,
      })
    case 'ERROR_SESSION_TOKEN_INVALID':
    case 'ERROR_SESSION_TOKEN_MISSING':
      return new UpstreamError('GLPI ended the session of the Hub', { reason: 'glpi.session', params })
    default:
      return new UpstreamError(`GLPI could not process the request (${code})`, {
        reason: 'glpi.error',
        params,
      })
  }
}

function unexplained(status: number): UpstreamError {
  return new UpstreamError(`GLPI answered with an error (HTTP ${status})`, {
    reason: 'upstream.bad_status',
    params: { system: 'GLPI', status },
  })
}
