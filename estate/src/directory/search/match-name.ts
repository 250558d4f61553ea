import { type Entry, firstValue } from '../tree/entry.ts'

const nameAttributes = ['displayName', 'givenName', 'sn', 'sAMAccountName', 'name', 'mail']

/** Ambiguous name resolution `(anr=...)`: a prefix of one of the names, or "first last" in either order. */
export function matchesName(entry: Entry, text: string): boolean {
  const wanted = text.normalize('NFC').trim().toLowerCase()
  if (wanted === '') return false
  const startsWith = (attribute: string, prefix: string) =>
    firstValue(entry, attribute).normalize('NFC').toLowerCase().startsWith(prefix)
  if (nameAttributes.some((attribute) => startsWith(attribute, wanted))) return true
  const space = wanted.indexOf(' ')
  if (space < 0) return false
  const [first, last] = [wanted.slice(0, space), wanted.slice(space + 1).trim()]
  const isPair = (a: string, b: string) => startsWith('givenName', a) && startsWith('sn', b)
  return isPair(first, last) || isPair(last, first)
}
