import type { ProviderId } from './provider.ts'
import { LlmProviderError } from './provider-error.ts'
import { cleanUpstreamText } from './upstream-text.ts'
import { StreamInterrupted } from './watch-stream.ts'

const connectionCodes =
  /^(ECONN|ENOTFOUND|EHOST|ENET|EAI_|EPIPE|ETIMEDOUT|UND_ERR_(SOCKET|CONNECT)|CERT_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/

function codesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return []
  const code = 'code' in error && typeof error.code === 'string' ? [error.code] : []
  const inner = error instanceof AggregateError ? error.errors.flatMap(codesOf) : []
  return [...code, ...inner, ...codesOf(error.cause)]
}

function interruption(provider: ProviderId, { why }: StreamInterrupted): LlmProviderError {
  if (why === 'aborted')
    return new LlmProviderError({ provider, kind: 'aborted', message: 'The answer was stopped.' })
  const message =
    why === 'first_token' ? 'The model did not start to answer in time.' : 'The model went silent.'
  return new LlmProviderError({ provider, kind: 'timeout', message })
}

/** The error for a failure that no HTTP status explains: connection, interruption, or broken stream. */
export function streamFailure(
  provider: ProviderId,
  error: unknown,
  secrets: readonly (string | undefined)[],
): LlmProviderError {
  if (error instanceof LlmProviderError) return error
  if (error instanceof StreamInterrupted) return interruption(provider, error)
  const text = error instanceof Error ? error.message : String(error)
  const codes = codesOf(error)
  if (codes.some((code) => /^UND_ERR_(HEADERS|BODY)_TIMEOUT$/.test(code))) {
    return new LlmProviderError({ provider, kind: 'timeout', message: 'The model did not answer in time.' })
  }
  if (text === 'terminated' || /did not receive done/i.test(text)) {
    return new LlmProviderError({
      provider,
      kind: 'truncated',
      message: 'The answer was cut before its end.',
    })
  }
  if (
    text === 'fetch failed' ||
    /unable to make request/i.test(text) ||
    codes.some((code) => connectionCodes.test(code))
  ) {
    return new LlmProviderError({
      provider,
      kind: 'unreachable',
      message: 'The model server cannot be reached.',
    })
  }
  const said = cleanUpstreamText(text.startsWith('[') || text.startsWith('{') ? undefined : text, secrets)
  const message = `The model failed while answering${said ? `: ${said}` : ''}.`
  return new LlmProviderError({ provider, kind: 'upstream', message })
}
