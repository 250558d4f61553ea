import type { ProviderCheck, ProviderId } from './provider.ts'
import { streamFailure } from './stream-failure.ts'

const checkTimeoutMs = 10_000

export interface CheckPlan {
  provider: ProviderId
  signal: AbortSignal
  secrets: readonly (string | undefined)[]
  listModels(signal: AbortSignal): Promise<string[]>
}

/** Times the listing of a provider's models; a failure, or ten seconds of silence, is the answer and not an exception. */
export async function checkProvider({
  provider,
  signal,
  secrets,
  listModels,
}: CheckPlan): Promise<ProviderCheck> {
  const started = performance.now()
  const elapsed = () => Math.round(performance.now() - started)
  const limit = AbortSignal.timeout(checkTimeoutMs)
  try {
    const models = await listModels(AbortSignal.any([signal, limit]))
    return { ok: true, latencyMs: elapsed(), models }
  } catch (error) {
    if (limit.aborted)
      return { ok: false, latencyMs: elapsed(), detail: 'No answer in time.', kind: 'timeout', models: [] }
    const { message: detail, kind } = streamFailure(provider, error, secrets)
    return { ok: false, latencyMs: elapsed(), detail, kind, models: [] }
  }
}
