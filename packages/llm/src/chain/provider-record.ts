import type { LlmErrorKind } from '../error-kind.ts'
import type { LlmProviderError } from '../provider-error.ts'

/** Calls whose latency is remembered. */
const remembered = 200

export interface ProviderFigures {
  /** What the last call or check said; `unknown` before the first. */
  state: 'up' | 'down' | 'unknown'
  since: number
  calls: number
  /** Calls that failed. */
  errors: number
  lastError: { kind: LlmErrorKind; at: number; message: string } | null
  /** Milliseconds to the first output: the middle and the 95th of a hundred of the last calls. */
  firstOutputMs: { p50: number; p95: number; samples: number } | null
}

/** What one process has seen of a provider. Times in milliseconds. */
export interface ProviderRecord {
  called(): void
  firstOutput(ms: number): void
  /** A call or a check went well. */
  isUp(): void
  /** A call failed; with `isDown` the provider itself is ill, else only this request was refused. */
  failed(error: LlmProviderError, isDown: boolean): void
  /** A check failed. */
  checkFailed(problem: { kind: LlmErrorKind; message: string }): void
  figures(): ProviderFigures
}

export function createProviderRecord(now: () => number): ProviderRecord {
  const latencies: number[] = []
  const seen: Omit<ProviderFigures, 'firstOutputMs'> = {
    state: 'unknown',
    since: now(),
    calls: 0,
    errors: 0,
    lastError: null,
  }
  const enter = (state: 'up' | 'down') => {
    if (seen.state !== state) Object.assign(seen, { state, since: now() })
  }
  return {
    called() {
      seen.calls += 1
    },
    firstOutput(ms) {
      latencies.push(ms)
      if (latencies.length > remembered) latencies.shift()
    },
    isUp: () => enter('up'),
    failed({ kind, message }, isDown) {
      if (kind === 'aborted') return
      seen.errors += 1
      seen.lastError = { kind, at: now(), message }
      if (isDown) enter('down')
    },
    checkFailed(problem) {
      seen.lastError = { ...problem, at: now() }
      enter('down')
    },
    figures: () => ({ ...seen, firstOutputMs: quantiles(latencies) }),
  }
}

function quantiles(latencies: number[]): ProviderFigures['firstOutputMs'] {
  const sorted = latencies.toSorted((a, b) => a - b)
  const at = (share: number) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0)
  return sorted.length === 0 ? null : { p50: at(0.5), p95: at(0.95), samples: sorted.length }
}
