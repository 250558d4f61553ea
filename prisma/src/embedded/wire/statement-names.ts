import { cString, frame, frameType, readCString } from './frames.ts'

/**
 * Prepared-statement names of one connection, made unique on the shared backend.
 * Portals need none: they die with their transaction, and a connection owns the backend until then.
 */
export class StatementNames {
  readonly #prefix: string
  readonly #names = new Map<string, string>()

  constructor(connectionId: number) {
    this.#prefix = `c${connectionId}_`
  }

  /** The same message with its statement name replaced; malformed ones pass as they are and the backend answers. */
  rewrite(message: Buffer): Buffer {
    const type = frameType(message)
    if (type === 'P') return this.#replace(message, 5)
    if (type === 'B') {
      const portal = readCString(message, 5)
      return portal ? this.#replace(message, portal.next) : message
    }
    const namesStatement = (type === 'D' || type === 'C') && message[5] === 0x53
    return namesStatement ? this.#replace(message, 6) : message
  }

  /** Close messages for every statement this connection ever named (closing an absent one is no error). */
  closeAll(): Buffer[] {
    return [...this.#names.values()].map((name) => frame('C', Buffer.from('S'), cString(name)))
  }

  #replace(message: Buffer, offset: number): Buffer {
    const name = readCString(message, offset)
    if (!name || name.text === '') return message
    return frame(
      frameType(message),
      message.subarray(5, offset),
      cString(this.#uniqueName(name.text)),
      message.subarray(name.next),
    )
  }

  // Numbered instead of prefixed: Postgres compares only the first 63 bytes of a name.
  #uniqueName(name: string): string {
    const known = this.#names.get(name)
    if (known) return known
    const unique = `${this.#prefix}${this.#names.size + 1}`
    this.#names.set(name, unique)
    return unique
  }
}
