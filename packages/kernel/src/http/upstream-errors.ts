import { UpstreamError } from '@hub/contracts'

export const upstreamReasons = [
  'upstream.unreachable',
  'upstream.timeout',
  'upstream.not_json',
  'upstream.bad_status',
  'upstream.circuit_open',
  'upstream.too_large',
  'upstream.refused_redirect',
  'upstream.busy',
  'upstream.unexpected_shape',
] as const
export type UpstreamReason = (typeof upstreamReasons)[number]

interface Failure {
  system: string
  reason: UpstreamReason
  sentence: string
  status?: number
  /** Code of the network failure, e.g. `ECONNREFUSED`. */
  network?: string
  retryAfterSeconds?: number
}

/** The error of a failed exchange. Only our own words and numbers go into it: no address, body or header. */
export function upstreamError(failure: Failure): UpstreamError {
  const { system, reason, sentence, status, network, retryAfterSeconds } = failure
  return new UpstreamError(`${system} ${sentence}`, {
    reason,
    params: { system, ...(status !== undefined && { status }), ...(network !== undefined && { network }) },
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  })
}

/** True for an error that `upstreamError` made, optionally of one reason. */
export function isUpstreamError(error: unknown, reason?: UpstreamReason): error is UpstreamError {
  return error instanceof UpstreamError && (reason === undefined || error.reason === reason)
}

/** HTTP status of a refused answer, or undefined. */
export function upstreamStatus(error: unknown): number | undefined {
  if (!isUpstreamError(error)) return undefined
  return typeof error.params.status === 'number' ? error.params.status : undefined
}
