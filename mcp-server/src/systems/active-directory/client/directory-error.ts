import { AppError, ConflictError, ForbiddenError, NotFoundError, UpstreamError } from '@hub/contracts'
import { networkFailure } from '@hub/kernel'
import { ResultCodeError } from 'ldapts'

/** Why a bind of the Hub's own account fails, by the `data` code of the diagnostic (protocol section 6). */
const bindProblems: Record<string, string> = {
  '530': 'it may not log on at this hour',
  '531': 'it may not log on from here',
  '532': 'its password has expired',
  '533': 'it is disabled',
  '701': 'it has expired',
  '773': 'it must change its password',
  '775': 'it is locked',
}

/**
 * What ldapts threw, as an error with a plain sentence. The diagnostic of the server stays out of it; its codes
 * go into `params`. Errors that are ours already are given back.
 */
export function directoryError(error: unknown, system: string): unknown {
  if (error instanceof AppError) return error
  if (error instanceof ResultCodeError) return resultError(error, system)
  if (!(error instanceof Error)) return error
  if (/timed out|Connection timeout/.test(error.message)) {
    return failure('upstream.timeout', `${system} did not answer in time`, { system })
  }
  if (/^Connection closed|^Socket error|Socket connection not established/.test(error.message)) {
    return failure('upstream.unreachable', `${system} closed the connection before the end of its answer`, {
      system,
    })
  }
  return 'code' in error ? networkFailure(system, error) : error
}

function resultError(error: ResultCodeError, system: string): AppError {
  const win32 = /^\s*([0-9A-F]{8}):/i.exec(error.message)?.[1]?.toUpperCase() ?? ''
  const params = { system, code: error.code, ...(win32 !== '' && { win32 }) }
  if (win32 === '0000052D') {
    const sentence = 'The password does not meet the policy of the domain (length, complexity or history)'
    return new ConflictError(sentence, { reason: 'ad.password_policy', params })
  }
  switch (error.code) {
    case 49:
      return configuration(`${system} refused the account of the Hub: ${bindProblem(error)}`, params)
    case 8:
    case 13:
      return configuration(`${system} wants an encrypted connection`, params)
    case 10:
      return configuration(`${system} keeps this object in another domain; check its base DN`, params)
    case 50:
      return new ForbiddenError(`The account of the Hub does not have this right in ${system}`, {
        reason: 'ad.rights',
        params,
      })
    case 32:
      return new NotFoundError(`${system} no longer has this object`, { reason: 'ad.not_found', params })
    case 51:
    case 52:
      return failure('ad.unavailable', `${system} is busy or stopping`, params)
    case 3:
    case 4:
    case 11:
      return failure('ad.limit', `${system} stopped at one of its limits`, params)
    case 19:
    case 53:
      return new ConflictError(`${system} refused the change`, { reason: 'ad.refused', params })
    default:
      return failure('ad.error', `${system} could not do the operation (LDAP code ${error.code})`, params)
  }
}

function bindProblem(error: ResultCodeError): string {
  const data = /data ([0-9a-f]+)/i.exec(error.message)?.[1]?.toLowerCase() ?? ''
  return bindProblems[data] ?? 'its name or password is wrong; check its bind DN and password'
}

function configuration(sentence: string, params: Record<string, string | number>): UpstreamError {
  return failure('ad.configuration', sentence, params)
}

function failure(reason: string, message: string, params: Record<string, string | number>): UpstreamError {
  return new UpstreamError(message, { reason, params })
}

/** Failures after which a read may simply be asked again. */
export function isPassing(error: unknown): boolean {
  return (
    error instanceof AppError &&
    (error.reason === 'ad.unavailable' || error.reason === 'upstream.unreachable')
  )
}

/** After a failed write: true when the directory may nevertheless have done it. */
export function isAnswerLost(error: unknown): boolean {
  return (
    error instanceof AppError &&
    (error.reason === 'upstream.timeout' || error.reason === 'upstream.unreachable')
  )
}
