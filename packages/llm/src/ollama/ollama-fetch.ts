import { httpFailure } from '../http-failure.ts'
import { LlmProviderError } from '../provider-error.ts'
import { jsonLines } from './json-lines.ts'

const longestErrorBody = 64 * 1024

export interface OllamaFetch {
  signal: AbortSignal
  model: string
  apiKey: string | undefined
  /** The answer comes line by line. */
  isStream: boolean
}

function withJsonLines(response: Response): Response {
  if (!response.body) return response
  return new Response(ReadableStream.from(jsonLines(response.body)), response)
}

/**
 * The `fetch` given to the package: ends with the signal, turns every refusal into our own error before the package
 * can print its body, and refuses a page where JSON belongs (a proxy's login form answered with 200).
 */
export function ollamaFetch({ signal, model, apiKey, isStream }: OllamaFetch): typeof fetch {
  return async (url, init) => {
    const signals = init?.signal ? AbortSignal.any([init.signal, signal]) : signal
    const response = await fetch(url, { ...init, signal: signals })
    if (!response.ok) {
      const body = (await response.text()).slice(0, longestErrorBody)
      const { status, headers } = response
      throw httpFailure({ provider: 'ollama', status, headers, body, model, secrets: [apiKey] })
    }
    if (response.headers.get('content-type')?.includes('html')) {
      await response.body?.cancel()
      throw new LlmProviderError({
        provider: 'ollama',
        kind: 'upstream',
        message: 'The address of Ollama answers with a web page.',
      })
    }
    return isStream ? withJsonLines(response) : response
  }
}
