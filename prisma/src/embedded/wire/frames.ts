/** Builders of protocol v3 messages (PostgreSQL manual, "Message Formats"). */

export type TransactionStatus = 'I' | 'T' | 'E'

export interface WireError {
  severity?: 'ERROR' | 'FATAL'
  /** SQLSTATE, five characters. */
  code: string
  message: string
  hint?: string
}

/** One typed message: type byte, length, body parts in order. */
export function frame(type: string, ...parts: Uint8Array[]): Buffer {
  const bodyLength = parts.reduce((sum, part) => sum + part.length, 0)
  const head = Buffer.alloc(5)
  head.write(type, 0, 'latin1')
  head.writeInt32BE(bodyLength + 4, 1)
  return Buffer.concat([head, ...parts], bodyLength + 5)
}

/** A zero-terminated UTF-8 string. */
export function cString(text: string): Buffer {
  return Buffer.from(`${text}\0`)
}

/** A big-endian 32-bit integer. */
export function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

/** A simple-query message. */
export function queryFrame(sql: string): Buffer {
  return frame('Q', cString(sql))
}

export function readyForQuery(status: TransactionStatus): Buffer {
  return frame('Z', Buffer.from(status))
}

/** An ErrorResponse; FATAL unless told otherwise. */
export function errorFrame(error: WireError): Buffer {
  const severity = error.severity ?? 'FATAL'
  const fields = [`S${severity}`, `V${severity}`, `C${error.code}`, `M${error.message}`]
  if (error.hint) fields.push(`H${error.hint}`)
  return frame('E', ...fields.map(cString), Buffer.alloc(1))
}

/** The type letter of a typed message. */
export function frameType(bytes: Buffer): string {
  return String.fromCharCode(bytes[0] ?? 0)
}

/** The zero-terminated string at `offset`, and where the next field starts; undefined when unterminated. */
export function readCString(bytes: Buffer, offset: number): { text: string; next: number } | undefined {
  const end = bytes.indexOf(0, offset)
  return end < 0 ? undefined : { text: bytes.toString('utf8', offset, end), next: end + 1 }
}
