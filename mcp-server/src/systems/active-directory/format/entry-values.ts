import { UpstreamError } from '@hub/contracts'
import type { Entry } from 'ldapts'

/** Values of an entry by attribute, whatever the case the server writes its names in. */
export interface EntryValues {
  readonly dn: string
  text(attribute: string): string | null
  texts(attribute: string): string[]
  integer(attribute: string): number | null
  bytes(attribute: string): Buffer | null
}

export function entryValues(entry: Entry): EntryValues {
  const values = new Map(Object.entries(entry).map(([name, value]) => [name.toLowerCase(), [value].flat()]))
  const all = (attribute: string) => values.get(attribute.toLowerCase()) ?? []
  const texts = (attribute: string) =>
    all(attribute)
      .map((value) => value.toString())
      .filter((value) => value !== '')
  const text = (attribute: string) => texts(attribute)[0] ?? null
  return {
    dn: entry.dn,
    text,
    texts,
    integer(attribute) {
      const value = text(attribute)
      return value !== null && /^-?\d{1,10}$/.test(value) ? Number(value) : null
    },
    bytes(attribute) {
      const value = all(attribute)[0]
      return Buffer.isBuffer(value) ? value : null
    },
  }
}

/** A value that every account has. @throws UpstreamError `upstream.unexpected_shape` */
export function required<T>(value: T | null, attribute: string): T {
  if (value !== null) return value
  throw new UpstreamError(`Active Directory answered an account without ${attribute}`, {
    reason: 'upstream.unexpected_shape',
    params: { system: 'Active Directory', what: attribute },
  })
}
