import type { ProviderId } from './provider.ts'
import type { LlmProviderError } from './provider-error.ts'
import { streamFailure } from './stream-failure.ts'
import { StreamInterrupted } from './watch-stream.ts'

export interface CallLimits {
  signal: AbortSignal
  caller: AbortSignal
  timeout: AbortSignal
}

/** The caller's signal and a time limit (milliseconds) as one, for a call that answers at once. */
export function callSignal(caller: AbortSignal, timeoutMs: number): CallLimits {
  const timeout = AbortSignal.timeout(timeoutMs)
  return { signal: AbortSignal.any([caller, timeout]), caller, timeout }
}

/** The error of such a call, telling a stop by the caller from a time limit. */
export function callFailure(
  provider: ProviderId,
  error: unknown,
  { limits, secrets }: { limits: CallLimits; secrets: readonly (string | undefined)[] },
): LlmProviderError {
  if (limits.caller.aborted) return streamFailure(provider, new StreamInterrupted('aborted'), secrets)
  if (limits.timeout.aborted) return streamFailure(provider, new StreamInterrupted('first_token'), secrets)
  return streamFailure(provider, error, secrets)
}
