import { BerWriter, PagedResultsControl, ProtocolOperation } from 'ldapts'
import type { LdapError } from './ldap-error.ts'

/** What one entry shows of itself: attribute name and values, text or bytes. */
export interface WireEntry {
  dn: string
  attributes: { name: string; values: (string | Buffer)[] }[]
}

export interface WireResult {
  messageId: number
  operation: number
  error?: LdapError
  code?: number
  pageCookie?: Buffer
  exop?: { oid?: string; value?: string }
}

const setTag = 0x31
const referralTag = 0xa3

function envelope(messageId: number, write: (writer: BerWriter) => void): Buffer {
  const writer = new BerWriter()
  writer.startSequence()
  writer.writeInt(messageId)
  write(writer)
  writer.endSequence()
  return writer.buffer
}

/** Encode an LDAPResult of any response type, with the paged-results control or extended value it carries. */
export function encodeResult({ messageId, operation, error, code, pageCookie, exop }: WireResult): Buffer {
  return envelope(messageId, (writer) => {
    writer.startSequence(operation)
    writer.writeEnumeration(error?.code ?? code ?? 0)
    writer.writeString(error?.matchedDn ?? '')
    writer.writeString(error?.message ?? '')
    if (error?.referral) {
      writer.startSequence(referralTag)
      writer.writeString(error.referral)
      writer.endSequence()
    }
    if (exop?.oid) writer.writeString(exop.oid, 0x8a)
    if (exop?.value !== undefined) writer.writeString(exop.value, 0x8b)
    writer.endSequence()
    if (pageCookie) {
      writer.startSequence(ProtocolOperation.LDAP_CONTROLS)
      new PagedResultsControl({ value: { size: 0, cookie: pageCookie } }).write(writer)
      writer.endSequence()
    }
  })
}

/** Encode a SearchResultEntry (RFC 4511 section 4.5.2). */
export function encodeEntry(messageId: number, entry: WireEntry): Buffer {
  return envelope(messageId, (writer) => {
    writer.startSequence(ProtocolOperation.LDAP_RES_SEARCH_ENTRY)
    writer.writeString(entry.dn)
    writer.startSequence()
    for (const { name, values } of entry.attributes) {
      writer.startSequence()
      writer.writeString(name)
      writer.startSequence(setTag)
      for (const value of values) {
        if (typeof value === 'string') writer.writeString(value)
        else writer.writeBuffer(value, 0x04)
      }
      writer.endSequence()
      writer.endSequence()
    }
    writer.endSequence()
    writer.endSequence()
  })
}

/** Encode a SearchResultReference: where a part of the search goes on. */
export function encodeReference(messageId: number, uri: string): Buffer {
  return envelope(messageId, (writer) => {
    writer.startSequence(ProtocolOperation.LDAP_RES_SEARCH_REF)
    writer.writeString(uri)
    writer.endSequence()
  })
}
