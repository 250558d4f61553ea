import { upstreamError } from './upstream-errors.ts'

/**
 * Text of an answer, read up to `maxBytes`.
 * @throws UpstreamError `upstream.too_large`; the connection is closed without reading the rest.
 */
export async function readBody(
  response: Response,
  limit: { system: string; maxBytes: number },
): Promise<string> {
  if (Number(response.headers.get('content-length')) > limit.maxBytes) {
    await response.body?.cancel()
    throw tooLarge(limit.system, response.status)
  }
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength
    // Leaving the loop cancels the stream.
    if (bytes > limit.maxBytes) throw tooLarge(limit.system, response.status)
    chunks.push(chunk)
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}

function tooLarge(system: string, status: number) {
  const sentence = `sent an answer larger than the Hub accepts (HTTP ${status})`
  return upstreamError({ system, reason: 'upstream.too_large', sentence, status })
}
