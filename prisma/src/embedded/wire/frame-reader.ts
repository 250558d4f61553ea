/** Bytes do not form a protocol message; the connection cannot go on. `code` is the SQLSTATE to answer. */
export class ProtocolViolation extends Error {
  override name = 'ProtocolViolation'
  readonly code: string
  constructor(message: string, code = '08P01') {
    super(message)
    this.code = code
  }
}

// PostgreSQL's own limits (src/include/libpq/pqcomm.h, src/backend/tcop/postgres.c).
const maxStartupBytes = 10_000
const maxSmallFrameBytes = 10_000
const largeTypes = new Set(['Q', 'P', 'B', 'd'])

/**
 * Cuts a byte stream into protocol messages. Starts with untyped (startup) packets until `typed` is set.
 * `maxFrameBytes` undefined = a trusted stream (our own backend), no checks.
 */
export class FrameReader {
  typed = false
  readonly #maxFrameBytes: number | undefined
  #chunks: Buffer[] = []
  #size = 0
  #needed = 0

  constructor(maxFrameBytes?: number) {
    this.#maxFrameBytes = maxFrameBytes
  }

  push(chunk: Buffer): void {
    this.#chunks.push(chunk)
    this.#size += chunk.length
  }

  /** The next whole message, or undefined until more bytes come. @throws ProtocolViolation */
  next(): Buffer | undefined {
    const headerBytes = this.typed ? 5 : 4
    if (this.#size < Math.max(this.#needed, headerBytes)) return undefined
    const data = this.#joined()
    const length = this.typed ? data.readInt32BE(1) + 1 : data.readInt32BE(0)
    if (this.#maxFrameBytes !== undefined) this.#check(data, length, this.#maxFrameBytes)
    if (data.length < length) {
      this.#needed = length
      return undefined
    }
    this.#needed = 0
    this.#size = data.length - length
    this.#chunks = this.#size > 0 ? [data.subarray(length)] : []
    return data.subarray(0, length)
  }

  /** Joined once per message, not once per chunk, so that a large message costs linear time. */
  #joined(): Buffer {
    const [only] = this.#chunks
    if (only && this.#chunks.length === 1) return only
    const joined = Buffer.concat(this.#chunks, this.#size)
    this.#chunks = [joined]
    return joined
  }

  #check(data: Buffer, length: number, maxFrameBytes: number): void {
    if (!this.typed) {
      if (length < 8 || length > maxStartupBytes)
        throw new ProtocolViolation('invalid length of startup packet')
      return
    }
    const type = String.fromCharCode(data[0] ?? 0)
    if (!'QPBEDCSHXdcfp'.includes(type)) {
      throw new ProtocolViolation(`invalid or unsupported frontend message type ${data[0]}`)
    }
    const limit = largeTypes.has(type) ? maxFrameBytes : Math.min(maxSmallFrameBytes, maxFrameBytes)
    if (length < 5) throw new ProtocolViolation(`invalid length of message "${type}"`)
    if (length > limit) {
      throw new ProtocolViolation(
        `message "${type}" of ${length} bytes is over the limit of ${limit} bytes`,
        '54000',
      )
    }
  }
}
