import { AppError, type ErrorCode } from '@hub/contracts'
import type { LlmErrorKind } from './error-kind.ts'
import type { ProviderId } from './provider.ts'

const retryableKinds: ReadonlySet<LlmErrorKind> = new Set([
  'unreachable',
  'timeout',
  'rate_limited',
  'truncated',
  'upstream',
])

export interface LlmErrorDetails {
  provider: ProviderId
  kind: LlmErrorKind
  message: string
  retryAfterMs?: number | undefined
}

const codeOf = (kind: LlmErrorKind): ErrorCode =>
  kind === 'rate_limited' ? 'LIMIT_EXCEEDED' : 'UPSTREAM_FAILED'

/**
 * Any failure of a model provider. The message is ours: it never holds a key, a URL or an upstream body,
 * and no cause is kept because the errors of the SDKs carry requests and responses.
 */
export class LlmProviderError extends AppError {
  override name = 'LlmProviderError'
  readonly provider: ProviderId
  readonly kind: LlmErrorKind
  readonly retryable: boolean
  readonly retryAfterMs: number | undefined

  constructor({ provider, kind, message, retryAfterMs }: LlmErrorDetails) {
    super(codeOf(kind), message, {
      reason: `llm.${kind}`,
      params: { provider },
      ...(retryAfterMs !== undefined && { retryAfterSeconds: Math.ceil(retryAfterMs / 1000) }),
    })
    this.provider = provider
    this.kind = kind
    this.retryable = retryableKinds.has(kind)
    this.retryAfterMs = retryAfterMs
  }
}
