import type { UpstreamError } from '@hub/contracts'
import {
  BrokenCircuitError,
  BulkheadRejectedError,
  bulkhead,
  CircuitState as CockatielState,
  ConsecutiveBreaker,
  circuitBreaker,
  DelegateBackoff,
  handleWhen,
  type IRetryBackoffContext,
  retry,
  wrap,
} from 'cockatiel'
import type { CircuitState, HttpClientOptions } from './types.ts'
import { isUpstreamError, upstreamError, upstreamStatus } from './upstream-errors.ts'

const transientStatuses = new Set([429, 502, 503, 504])

/** Statuses that say "not now" whatever the body: never given to the caller as an answer. */
export function isTransientStatus(status: number): boolean {
  return transientStatuses.has(status)
}

function isWorthRetrying(error: unknown): boolean {
  return isUpstreamError(error, 'upstream.unreachable') || isTransientStatus(upstreamStatus(error) ?? 0)
}

/** A busy system (429) is alive: only silence and gateway errors open the circuit. */
function isOutage(error: unknown): boolean {
  if (isUpstreamError(error, 'upstream.timeout')) return true
  return isWorthRetrying(error) && upstreamStatus(error) !== 429
}

export type ResilienceOptions = Pick<
  HttpClientOptions,
  'name' | 'retry' | 'breaker' | 'maxConcurrent' | 'maxQueued'
> & {
  /** More failures that open the circuit. */
  isOutage?: (error: unknown) => boolean
}

export interface Resilience {
  run<T>(attempt: () => Promise<T>, call: { isSafe: boolean; signal?: AbortSignal }): Promise<T>
  circuit(): CircuitState
}

/**
 * The policies of one system: retry (safe methods only) around a bulkhead around a circuit breaker, so that
 * a waiting retry holds no place and a queued call learns at once that the circuit has opened.
 */
export function createResilience(options: ResilienceOptions): Resilience {
  const isFailure = (error: unknown) => isOutage(error) || (options.isOutage?.(error) ?? false)
  const breaker = circuitBreaker(handleWhen(isFailure), {
    halfOpenAfter: options.breaker.openMs,
    breaker: new ConsecutiveBreaker(options.breaker.failures),
  })
  const once = wrap(bulkhead(options.maxConcurrent, options.maxQueued ?? 200), breaker)
  const maxDelayMs = options.retry.maxDelayMs ?? 5_000
  const again = retry(
    handleWhen((error) => isWorthRetrying(error) && waitMs(error) <= maxDelayMs),
    {
      maxAttempts: options.retry.attempts - 1,
      backoff: new DelegateBackoff((context: IRetryBackoffContext<unknown>) => {
        const backoffMs = jitter(
          Math.min(maxDelayMs, (options.retry.baseDelayMs ?? 200) * 2 ** (context.attempt - 1)),
        )
        return Math.max(backoffMs, 'error' in context.result ? waitMs(context.result.error) : 0)
      }),
    },
  )
  const safely = wrap(again, once)
  return {
    async run(attempt, { isSafe, signal }) {
      try {
        return await (isSafe ? safely : once).execute(attempt, signal)
      } catch (error) {
        // An abort also ends as a cancelled task inside the policies: the caller gets its own reason back.
        if (signal?.aborted) throw signal.reason
        throw refusal(options.name, error) ?? error
      }
    },
    circuit: () => circuitNames[breaker.state],
  }
}

const circuitNames: Record<CockatielState, CircuitState> = {
  [CockatielState.Closed]: 'closed',
  [CockatielState.Open]: 'open',
  [CockatielState.HalfOpen]: 'half_open',
  [CockatielState.Isolated]: 'open',
}

function jitter(delayMs: number): number {
  return delayMs / 2 + (Math.random() * delayMs) / 2
}

function waitMs(error: unknown): number {
  return isUpstreamError(error) ? (error.retryAfterSeconds ?? 0) * 1000 : 0
}

function refusal(system: string, error: unknown): UpstreamError | undefined {
  if (error instanceof BrokenCircuitError) {
    const sentence = 'has failed several times in a row; the Hub leaves it alone for a moment'
    return upstreamError({ system, reason: 'upstream.circuit_open', sentence })
  }
  if (error instanceof BulkheadRejectedError) {
    return upstreamError({ system, reason: 'upstream.busy', sentence: 'has too many requests waiting' })
  }
  return undefined
}
