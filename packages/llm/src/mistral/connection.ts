import type { Mistral } from '@mistralai/mistralai'
import type { StreamTimeouts } from '../watch-stream.ts'

export interface MistralConnection {
  apiKey: string
  serverUrl?: string | undefined
  timeouts: StreamTimeouts
}

// With MISTRAL_DEBUG set the SDK would print every header, the bearer token included.
const silent = { group: () => undefined, groupEnd: () => undefined, log: () => undefined }

/** A client of the SDK, which is loaded at its first use only: it costs 400 ms and 130 MB. */
export async function openMistral({ apiKey, serverUrl }: MistralConnection): Promise<Mistral> {
  const sdk = await import('@mistralai/mistralai')
  return new sdk.Mistral({
    apiKey,
    ...(serverUrl !== undefined && { serverURL: serverUrl }),
    retryConfig: { strategy: 'none' },
    debugLogger: silent,
  })
}
