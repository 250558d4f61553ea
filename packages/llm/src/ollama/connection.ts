import { Ollama } from 'ollama/browser'
import type { StreamTimeouts } from '../watch-stream.ts'
import { ollamaFetch } from './ollama-fetch.ts'

export interface OllamaConnection {
  baseUrl: string
  apiKey?: string | undefined
  /** Context window to load the model with; the server's own default when absent. */
  contextTokens?: number | undefined
  timeouts: StreamTimeouts
}

/** A client of the package for one request: aborting a client ends all of its requests, so none is shared. */
export function openClient(
  { baseUrl, apiKey }: OllamaConnection,
  { signal, model, isStream = false }: { signal: AbortSignal; model: string; isStream?: boolean },
): Ollama {
  return new Ollama({
    host: baseUrl,
    fetch: ollamaFetch({ signal, model, apiKey, isStream }),
    ...(apiKey && { headers: { Authorization: `Bearer ${apiKey}` } }),
  })
}
