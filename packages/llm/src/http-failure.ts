import type { LlmErrorKind } from './error-kind.ts'
import type { ProviderId } from './provider.ts'
import { LlmProviderError } from './provider-error.ts'
import { cleanUpstreamText, upstreamMessage } from './upstream-text.ts'

export interface HttpFailure {
  provider: ProviderId
  status: number
  headers: Headers
  body: string
  model: string
  secrets: readonly (string | undefined)[]
}

const names: Record<ProviderId, string> = { ollama: 'Ollama', mistral: 'Mistral', builtin: 'The assistant' }

/** `Retry-After` in milliseconds, from seconds or an HTTP date; undefined when absent or unreadable. */
export function retryAfterMs(headers: Headers, now = Date.now()): number | undefined {
  const value = headers.get('retry-after')
  if (value === null) return undefined
  const seconds = Number(value)
  const ms = Number.isNaN(seconds) ? Date.parse(value) - now : seconds * 1000
  return Number.isNaN(ms) ? undefined : Math.max(0, ms)
}

const toolsRefused =
  /does not support (tools|function)|(function|tool)[ _-]?call\w* (is|are) not (enabled|supported|available)/i

function kindOf(status: number, message: string): LlmErrorKind {
  if (status === 401 || status === 402 || status === 403) return 'unauthorized'
  if (status === 429) return 'rate_limited'
  if (status === 408 || status === 504) return 'timeout'
  if (/(invalid|unknown) model|model .*(not found|does not exist)/i.test(message)) return 'model_missing'
  if (toolsRefused.test(message)) return 'tools_unsupported'
  if (status >= 400 && status < 500 && status !== 404 && status !== 499) return 'bad_request'
  return 'upstream'
}

/** The error for an HTTP answer that is no success (protocols/ollama 1.3, protocols/mistral 1.3). */
export function httpFailure({
  provider,
  status,
  headers,
  body,
  model,
  secrets,
}: HttpFailure): LlmProviderError {
  const said = cleanUpstreamText(upstreamMessage(body), secrets)
  const kind = kindOf(status, said ?? '')
  const message =
    kind === 'model_missing'
      ? `${names[provider]} has no model "${model}".`
      : `${names[provider]} answered ${status}${said ? `: ${said}` : ''}.`
  return new LlmProviderError({ provider, kind, message, retryAfterMs: retryAfterMs(headers) })
}
