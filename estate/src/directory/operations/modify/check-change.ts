import {
  attributeProblem,
  invalidSyntax,
  objectClassViolation,
  undefinedAttribute,
  unwilling,
  updateProblem,
} from '../../protocol/diagnostics.ts'
import { ResultCode } from '../../protocol/ldap-error.ts'
import type { AttributeType } from '../../schema/attribute-type.ts'
import { attributeType } from '../../schema/attribute-types.ts'
import { comparable } from '../../search/compare-values.ts'
import { type Entry, hasClass } from '../../tree/entry.ts'

const rdnAttributes = ['cn', 'ou', 'dc', 'name']

/** The schema's type for an attribute a client wants to write. Throws 17 for one that does not exist. */
export function writableType(name: string): AttributeType {
  const type = attributeType(name)
  if (!type) throw undefinedAttribute(name)
  return type
}

/** Refuse what the domain keeps to itself: 67 for the naming attribute, 53 (0000209A) for computed ones. */
export function checkWritable(entry: Entry, type: AttributeType): void {
  if (rdnAttributes.includes(type.name)) {
    throw updateProblem({
      code: ResultCode.notAllowedOnRdn,
      win32: '00002016',
      problem: '6004 (CANT_ON_RDN)',
    })
  }
  if (type.origin !== 'user' && type.origin !== 'secret') throw unwilling('0000209A')
  if (type.onlyOn && !hasClass(entry, type.onlyOn)) throw objectClassViolation('0000207D')
}

/**
 * Turn values from the wire into stored form.
 * Throws 21 for a value its syntax refuses (empty ones too) and 19 (00002082) for an integer out of range.
 */
export function storedValues(type: AttributeType, values: readonly Buffer[]): string[] {
  return values.map((value) => {
    const normal = value.length === 0 ? undefined : comparable(type.syntax, value)
    if (normal === undefined) throw invalidSyntax(type.name)
    if (type.syntax === 'integer') return checkRange(type, normal)
    return type.syntax === 'octets' ? value.toString('hex') : value.toString('utf8')
  })
}

function checkRange(type: AttributeType, value: string): string {
  const number = BigInt(value)
  if (number === BigInt.asIntN(64, number)) return value
  throw attributeProblem({
    code: ResultCode.constraintViolation,
    win32: '00002082',
    problem: '1005 (CONSTRAINT_ATT_TYPE)',
    attribute: type.name,
  })
}
