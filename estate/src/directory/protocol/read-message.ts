import { Ber, BerReader, ProtocolOperation } from 'ldapts'
import { checkStructure } from './check-structure.ts'

export interface RequestControl {
  oid: string
  isCritical: boolean
  value: Buffer
}

/** One request off the wire: `body` reads the content of the protocol operation and nothing behind it. */
export interface RequestEnvelope {
  messageId: number
  operation: number
  body: BerReader
  controls: RequestControl[]
}

const maxMessageBytes = 10 * 1024 * 1024
const universalSequence = 0x30

/**
 * Split a byte stream into LDAP messages (RFC 4511 section 5.1).
 * In: bytes received so far. Out: complete messages and the rest. Throws on bytes that are not BER or above 10 MiB.
 */
export function splitMessages(received: Buffer): { messages: Buffer[]; rest: Buffer } {
  const messages: Buffer[] = []
  let rest = received
  while (rest.length > 0) {
    const reader = new BerReader(rest)
    if (reader.readSequence(universalSequence) === null) break
    if (reader.length < 0 || reader.length > maxMessageBytes) throw new Error('LDAP message is too long')
    if (reader.remain < reader.length) break
    const end = reader.offset + reader.length
    messages.push(rest.subarray(0, end))
    rest = rest.subarray(end)
  }
  return { messages, rest }
}

/** Decode the envelope of one complete message. Throws when it is not an LDAPMessage. */
export function readMessage(bytes: Buffer): RequestEnvelope {
  checkStructure(bytes)
  const reader = new BerReader(bytes)
  reader.readSequence(universalSequence)
  const messageId = reader.readInt()
  const operation = reader.readSequence()
  if (messageId === null || messageId < 0 || operation === null) throw new Error('not an LDAP message')
  const end = reader.offset + reader.length
  if (reader.length < 0 || end > bytes.length) throw new Error('operation is longer than its message')
  const body = new BerReader(bytes.subarray(reader.offset, end))
  reader.offset = end
  return { messageId, operation, body, controls: readControls(reader) }
}

function readControls(reader: BerReader): RequestControl[] {
  const controls: RequestControl[] = []
  if (reader.peek() !== ProtocolOperation.LDAP_CONTROLS) return controls
  reader.readSequence()
  const end = reader.offset + reader.length
  while (reader.offset < end) {
    reader.readSequence(universalSequence)
    const controlEnd = reader.offset + reader.length
    if (controlEnd <= reader.offset) throw new Error('empty control')
    const oid = reader.readString() ?? ''
    const isCritical =
      reader.offset < controlEnd && reader.peek() === Ber.Boolean ? reader.readBoolean() === true : false
    const value = reader.offset < controlEnd ? reader.readString(Ber.OctetString, true) : null
    controls.push({ oid, isCritical, value: value ?? Buffer.alloc(0) })
  }
  return controls
}
