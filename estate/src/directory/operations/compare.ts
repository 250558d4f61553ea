import { type BerReader, CompareRequest } from 'ldapts'
import { decoded } from '../protocol/decoded.ts'
import { noSuchValue, undefinedAttribute } from '../protocol/diagnostics.ts'
import { ResultCode, type ResultCodeValue } from '../protocol/ldap-error.ts'
import { attributeType } from '../schema/attribute-types.ts'
import { comparable, comparableStored } from '../search/compare-values.ts'
import { readValues } from '../search/read-values.ts'
import { requireBound, type Session } from '../session.ts'
import { resolveDn } from '../tree/resolve-dn.ts'

/** Compare (RFC 4511 section 4.10): 6 true, 5 false; throws 16 for an absent attribute, 17 for an unknown one. */
export function compare(session: Session, body: BerReader): ResultCodeValue {
  requireBound(session)
  const request = new CompareRequest({ messageId: 0 })
  decoded(() => request.parse(body, []))
  const entry = resolveDn(session.domain, request.dn)
  const type = attributeType(request.attribute)
  if (!type) throw undefinedAttribute(request.attribute)
  const values = readValues({ domain: session.domain, entry }, type)
  if (values.length === 0) throw noSuchValue(type.name, true)
  const wanted = comparable(type.syntax, Buffer.from(request.value))
  const isEqual = values.some((value) => comparableStored(type.syntax, value) === wanted)
  return isEqual ? ResultCode.compareTrue : ResultCode.compareFalse
}
