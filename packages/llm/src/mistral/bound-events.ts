import { longestLine } from '../longest-line.ts'
import { LlmProviderError } from '../provider-error.ts'

const lineFeed = 10
const carriageReturn = 13

const tooLong = () =>
  new LlmProviderError({
    provider: 'mistral',
    kind: 'upstream',
    message: 'Mistral sent an event that is too long.',
  })

/**
 * Passes server-sent events on as they come, as long as none is longer than 1 000 000 bytes: the SDK would keep all
 * of one, and look through it again with each piece.
 * @throws LlmProviderError of kind `upstream`, after all that came before has been read
 */
export async function* boundEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0
  let isLineEmpty = true
  for await (const bytes of body) {
    let start = 0
    for (let at = 0; at < bytes.length; at += 1) {
      size += 1
      if (size > longestLine) {
        if (start > 0) yield bytes.subarray(0, start)
        throw tooLong()
      }
      const byte = bytes[at]
      if (byte === lineFeed && isLineEmpty) {
        size = 0
        start = at + 1
      }
      if (byte !== carriageReturn) isLineEmpty = byte === lineFeed
    }
    yield bytes
  }
}
