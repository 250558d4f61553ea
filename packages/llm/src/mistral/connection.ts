import type { Mistral } from '@mistralai/mistralai'
import type { StreamTimeouts } from '../watch-stream.ts'
import { boundEvents } from './bound-events.ts'

export interface MistralConnection {
  apiKey: string
  serverUrl?: string | undefined
  timeouts: StreamTimeouts
}

// With MISTRAL_DEBUG set the SDK would print every header, the bearer token included.
const silent = { group: () => undefined, groupEnd: () => undefined, log: () => undefined }

const fetchBounded: typeof fetch = async (input, init) => {
  const response = await fetch(input, init)
  const isStream = response.headers.get('content-type')?.includes('event-stream')
  if (!isStream || !response.body) return response
  return new Response(ReadableStream.from(boundEvents(response.body)), response)
}

/** A client of the SDK, which is loaded at its first use only: it costs 400 ms and 130 MB. */
export async function openMistral({ apiKey, serverUrl }: MistralConnection): Promise<Mistral> {
  const sdk = await import('@mistralai/mistralai')
  return new sdk.Mistral({
    apiKey,
    ...(serverUrl !== undefined && { serverURL: serverUrl }),
    retryConfig: { strategy: 'none' },
    debugLogger: silent,
    httpClient: new sdk.HTTPClient({ fetcher: fetchBounded }),
  })
}
