import { LdapError } from '../protocol/ldap-error.ts'
import type { Syntax } from '../schema/attribute-type.ts'
import { dnKey } from '../tree/distinguished-name.ts'

const integer = /^-?\d+$/

/** The form of a value in which two equal values are the same text; undefined when the syntax refuses it. */
export function comparable(syntax: Syntax, value: Buffer): string | undefined {
  const text = value.toString('utf8')
  switch (syntax) {
    case 'octets':
      return value.toString('hex')
    case 'integer':
      return integer.test(text) ? String(BigInt(text)) : undefined
    case 'dn':
      return comparableDn(text)
    case 'text':
    case 'oid':
    case 'time':
    case 'boolean':
      return text.normalize('NFC').toLowerCase()
  }
}

function comparableDn(text: string): string | undefined {
  try {
    return dnKey(text)
  } catch (error) {
    if (error instanceof LdapError) return undefined
    throw error
  }
}

/** The same form for a value held by an entry (octets are held as hex). */
export function comparableStored(syntax: Syntax, value: string): string | undefined {
  return comparable(syntax, Buffer.from(value, syntax === 'octets' ? 'hex' : 'utf8'))
}

/** Whether one comparable value is at least another: numbers as numbers, the rest as text. */
export function isAtLeast(syntax: Syntax): (value: string, bound: string) => boolean {
  if (syntax === 'integer') return (value, bound) => BigInt(value) >= BigInt(bound)
  return (value, bound) => value >= bound
}
