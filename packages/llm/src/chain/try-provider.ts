import type { LlmErrorKind } from '../error-kind.ts'
import { streamFailure } from '../stream-failure.ts'
import { isIllness } from './circuit.ts'
import type { Link } from './link.ts'

/** How one tiny question went; times in milliseconds. */
export interface ProviderTrial {
  model: string
  firstOutputMs: number | null
  totalMs: number
  text: string
  error: { kind: LlmErrorKind; message: string } | null
}

const longestText = 200
const question = 'Answer with the single word OK.'

/** Asks a provider a tiny question through its real way, and keeps on its record how that went. Never throws. */
export async function tryProvider(
  { provider, circuit, record }: Link,
  { model, signal }: { model: string; signal: AbortSignal },
): Promise<ProviderTrial> {
  const startedAt = performance.now()
  const elapsed = () => Math.round(performance.now() - startedAt)
  const trial: ProviderTrial = { model, firstOutputMs: null, totalMs: 0, text: '', error: null }
  const request = {
    model,
    messages: [{ role: 'user' as const, content: question }],
    tools: [],
    maxTokens: 16,
  }
  record.called()
  try {
    for await (const event of provider.chat({ ...request, locale: 'en', signal })) {
      if (event.type !== 'delta') continue
      trial.firstOutputMs ??= elapsed()
      trial.text = `${trial.text}${event.text}`.slice(0, longestText)
    }
    circuit.succeeded()
    record.isUp()
    if (trial.firstOutputMs !== null) record.firstOutput(trial.firstOutputMs)
  } catch (error) {
    const failure = streamFailure(provider.id, error, [])
    circuit.failed(failure)
    record.failed(failure, isIllness(failure.kind))
    const kind = failure.kind === 'aborted' ? 'timeout' : failure.kind
    trial.error = { kind, message: failure.message }
  }
  return { ...trial, totalMs: elapsed() }
}
