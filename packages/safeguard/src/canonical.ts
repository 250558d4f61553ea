import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/**
 * SHA-256 (lower-case hex) of the RFC 8785 canonical JSON of `value`.
 * @throws TypeError when the value has no JSON form
 */
export function canonicalHash(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('The value has no JSON form')
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
