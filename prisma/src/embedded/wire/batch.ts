import { ProtocolViolation } from './frame-reader.ts'
import { cString, frame, frameType, queryFrame, readCString } from './frames.ts'
import { readSessionCommands, type SessionCommands } from './session-commands.ts'
import type { StatementNames } from './statement-names.ts'

/** The unit of scheduling: all messages up to and including a Query, Sync or Flush. */
export interface Batch {
  frames: Buffer[]
  end: 'Q' | 'S' | 'H'
  commands: SessionCommands[]
  /** May run COPY FROM STDIN, for which the backend would read input that is not there yet. */
  mayCopyIn: boolean
  /** Uses the unnamed statement of an earlier batch. */
  reusesUnnamed: boolean
  /** The unnamed statement it leaves behind: a Parse message, `dropped` by a simple query, or `kept`. */
  unnamed: Buffer | 'dropped' | 'kept'
}

/** Collects the messages of one connection into batches. */
export class BatchBuilder {
  readonly #names: StatementNames
  readonly #maxBytes: number
  #batch = emptyBatch()
  #bytes = 0
  #hasPreparedCopy = false

  constructor(names: StatementNames, maxBytes: number) {
    this.#names = names
    this.#maxBytes = maxBytes
  }

  /** Takes one message; answers the batch when this message ends it. @throws ProtocolViolation when it grows too big */
  add(message: Buffer): Batch | undefined {
    const type = frameType(message)
    if ('dcf'.includes(type)) return undefined // stray COPY data: ignored, as the protocol asks
    // One message of an unknown type and the backend ends itself, and with it every connection.
    if (!'QPBEDCSH'.includes(type)) throw new ProtocolViolation(`unexpected message "${type}"`)
    this.#bytes += message.length
    if (this.#bytes > this.#maxBytes) {
      throw new ProtocolViolation(`more than ${this.#maxBytes} bytes of messages without a Sync`, '54000')
    }
    this.#batch.frames.push(this.#read(type, message))
    if (type !== 'Q' && type !== 'S' && type !== 'H') return undefined
    const done: Batch = { ...this.#batch, end: type }
    done.mayCopyIn ||= this.#hasPreparedCopy
    this.#batch = emptyBatch()
    this.#bytes = 0
    return done
  }

  /** Notes what the message does and answers the form to send to the backend. */
  #read(type: string, message: Buffer): Buffer {
    if (type === 'Q') {
      this.#batch.unnamed = 'dropped'
      return this.#readSql(message, 5)
    }
    if (type === 'P') {
      const name = readCString(message, 5)
      if (!name) return message
      const read = this.#readSql(message, name.next)
      if (name.text === '') this.#batch.unnamed = read
      this.#hasPreparedCopy ||= this.#batch.mayCopyIn
      return this.#names.rewrite(read)
    }
    if (this.#batch.unnamed === 'kept' && usesUnnamed(type, message)) this.#batch.reusesUnnamed = true
    return this.#names.rewrite(message)
  }

  #readSql(message: Buffer, offset: number): Buffer {
    const sql = readCString(message, offset)
    if (!sql) return message
    this.#batch.mayCopyIn ||= /\bcopy\b/i.test(sql.text) && /\bstdin\b/i.test(sql.text)
    const commands = readSessionCommands(sql.text)
    this.#batch.commands.push(commands)
    const instead = commands.refusal ? raise(commands.refusal) : commands.replacement
    if (!instead) return message
    if (offset === 5) return queryFrame(instead)
    return frame('P', message.subarray(5, offset), cString(instead), message.subarray(sql.next))
  }
}

function emptyBatch(): Batch {
  return { frames: [], end: 'S', commands: [], mayCopyIn: false, reusesUnnamed: false, unnamed: 'kept' }
}

function usesUnnamed(type: string, message: Buffer): boolean {
  if (type === 'B') return readCString(message, readCString(message, 5)?.next ?? message.length)?.text === ''
  return type === 'D' && message[5] === 0x53 && readCString(message, 6)?.text === ''
}

// An error from the backend itself, so that an open transaction fails as it would for any other error.
function raise(reason: string): string {
  const text = `not supported by the embedded database: ${reason}`
  return `DO $hub$ BEGIN RAISE EXCEPTION USING ERRCODE = '0A000', MESSAGE = '${text}'; END $hub$`
}
