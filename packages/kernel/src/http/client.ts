import { AppError } from '@hub/contracts'
import { exchange } from './exchange.ts'
import { checkBaseUrl } from './request-url.ts'
import { createResilience } from './resilience.ts'
import type { HttpClient, HttpClientOptions, HttpRequest } from './types.ts'

/**
 * JSON client of one system outside the Hub: limits of time, size and concurrency, retries of safe methods
 * with jitter, a circuit breaker, no redirect followed.
 * @throws Error when the address is unusable.
 */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const settings = { ...options, baseUrl: checkBaseUrl(options.name, options.baseUrl) }
  const resilience = createResilience(settings)
  return {
    name: options.name,
    circuit: resilience.circuit,
    async request(request) {
      const method = request.method ?? 'GET'
      const isSafe = method === 'GET' || method === 'HEAD'
      if (isSafe && request.body !== undefined) throw new TypeError(`A ${method} request carries no body`)
      const attempt = () => logged(settings, request)
      return resilience.run(attempt, { isSafe, ...(request.signal && { signal: request.signal }) })
    },
  }
}

/** The query stays out of the log: it can hold a person's name. */
async function logged(options: HttpClientOptions, request: HttpRequest) {
  const startedAt = performance.now()
  const fields = { system: options.name, method: request.method ?? 'GET', path: request.path }
  const elapsed = () => Math.round(performance.now() - startedAt)
  try {
    const answer = await exchange(options, request)
    options.log?.debug({ ...fields, status: answer.status, durationMs: elapsed() }, 'upstream answered')
    return answer
  } catch (error) {
    const known = error instanceof AppError ? { reason: error.reason, ...error.params } : {}
    options.log?.warn({ ...fields, ...known, durationMs: elapsed() }, 'upstream failed')
    throw error
  }
}
