import type { UpstreamError } from '@hub/contracts'
import { isUpstreamError, upstreamError, upstreamStatus } from './upstream-errors.ts'

const sentences: Record<string, string> = {
  ECONNREFUSED: 'refused the connection',
  ECONNRESET: 'closed the connection before the end of its answer',
  UND_ERR_SOCKET: 'closed the connection before the end of its answer',
  ENOTFOUND: 'cannot be found: its host name is unknown',
  EAI_AGAIN: 'cannot be found: its host name could not be resolved',
  EHOSTUNREACH: 'cannot be reached: no route to its host',
  ENETUNREACH: 'cannot be reached: no route to its network',
  UND_ERR_CONNECT_TIMEOUT: 'did not accept the connection in time',
}

/** With these the request was never sent. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

const certificateCode = /CERT|TLS|SSL|SELF_SIGNED|LEAF_SIGNATURE/

/** What fetch threw, as an error that names the system and not its address. */
export function networkFailure(system: string, error: unknown): UpstreamError {
  const network = failureCode(error)
  const sentence = certificateCode.test(network)
    ? 'has a certificate that is not trusted'
    : (sentences[network] ?? 'could not be reached')
  return upstreamError({ system, reason: 'upstream.unreachable', sentence, network })
}

function failureCode(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string') return cause.code
  }
  return 'UNKNOWN'
}

/** After a failed write: true when the system may nevertheless have done it, so that nobody repeats it blindly. */
export function mayHaveTakenEffect(error: unknown): boolean {
  if (!isUpstreamError(error)) return false
  switch (error.reason) {
    case 'upstream.unreachable':
      return !isNeverSent(String(error.params.network))
    case 'upstream.timeout':
    case 'upstream.not_json':
    case 'upstream.too_large':
      return true
    case 'upstream.bad_status':
      return (upstreamStatus(error) ?? 0) >= 500
    default:
      return false
  }
}

function isNeverSent(network: string): boolean {
  return neverSent.has(network) || certificateCode.test(network)
}
