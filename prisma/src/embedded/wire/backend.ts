import type { PGlite } from '@electric-sql/pglite'
import { FrameReader } from './frame-reader.ts'
import { frameType, queryFrame, readCString, type TransactionStatus } from './frames.ts'

/** Where the backend stands after a run: a transaction status, or `open` when no ReadyForQuery came (no Sync yet). */
export type BackendStatus = TransactionStatus | 'open'

const asynchronousTypes = new Set(['A', 'N', 'S'])

/** The one PostgreSQL backend, fed with protocol bytes. Callers take turns through the Scheduler. */
export class Backend {
  readonly #pglite: PGlite
  /** Session settings in force, as SQL; empty = the defaults. */
  appliedSettings = ''
  /** Whose unnamed prepared statement the backend holds. */
  unnamedOwner: object | undefined

  constructor(pglite: PGlite) {
    this.#pglite = pglite
  }

  /** Runs whole protocol messages to their end; every answered message goes to `onFrame`. */
  async run(input: Buffer[], onFrame: (frame: Buffer) => void): Promise<BackendStatus> {
    const reader = new FrameReader()
    reader.typed = true
    let status: BackendStatus = 'open'
    const onRawData = (bytes: Uint8Array) => {
      reader.push(Buffer.from(bytes)) // a copy: the bytes are a view of memory that the backend reuses
      for (let answer = reader.next(); answer; answer = reader.next()) {
        const type = frameType(answer)
        if (type === 'Z') status = String.fromCharCode(answer[5] ?? 0) as TransactionStatus
        else if (!asynchronousTypes.has(type)) status = 'open'
        onFrame(answer)
      }
    }
    await this.#pglite.execProtocolRawStream(new Uint8Array(Buffer.concat(input)), { onRawData })
    return status
  }

  /** Runs SQL of our own between two turns; rows as text. @throws Error with the backend's message */
  async query(sql: string): Promise<(string | null)[][]> {
    const rows: (string | null)[][] = []
    const errors: string[] = []
    this.unnamedOwner = undefined // a simple query drops the unnamed statement
    await this.run([queryFrame(sql)], (answer) => {
      if (frameType(answer) === 'D') rows.push(readDataRow(answer))
      if (frameType(answer) === 'E') errors.push(readErrorMessage(answer))
    })
    if (errors.length > 0) throw new Error(errors.join('; '))
    return rows
  }
}

function readDataRow(answer: Buffer): (string | null)[] {
  const row: (string | null)[] = []
  let offset = 7
  for (let left = answer.readInt16BE(5); left > 0; left -= 1) {
    const length = answer.readInt32BE(offset)
    offset += 4
    row.push(length < 0 ? null : answer.toString('utf8', offset, offset + length))
    offset += Math.max(length, 0)
  }
  return row
}

function readErrorMessage(answer: Buffer): string {
  for (let offset = 5; answer[offset]; ) {
    const field = readCString(answer, offset + 1)
    if (!field) break
    if (answer[offset] === 0x4d) return field.text
    offset = field.next
  }
  return 'unknown database error'
}
