import { invalidDn } from '../protocol/diagnostics.ts'

export interface Rdn {
  type: string
  value: string
}

const hexPair = /^[0-9a-fA-F]{2}/

/**
 * Parse a distinguished name (RFC 4514), leaf first. The empty text is the empty name.
 * Throws invalidDnSyntax (34).
 */
export function parseDn(text: string): Rdn[] {
  if (text.trim() === '') return []
  return splitUnescaped(text).map((part) => {
    const equals = part.indexOf('=')
    const type = part.slice(0, equals).trim()
    const value = unescapeValue(part.slice(equals + 1))
    if (equals < 1 || !/^[A-Za-z][A-Za-z0-9-]*$/.test(type) || value === '') throw invalidDn(text)
    return { type, value }
  })
}

function splitUnescaped(text: string): string[] {
  const parts: string[] = []
  let start = 0
  let isQuoted = false
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '\\') index += 1
    else if (text[index] === '"') isQuoted = !isQuoted
    else if ((text[index] === ',' || text[index] === ';') && !isQuoted) {
      parts.push(text.slice(start, index))
      start = index + 1
    }
  }
  return [...parts, text.slice(start)]
}

function unescapeValue(raw: string): string {
  const value = raw.trimStart().replace(/(?<!\\) +$/, '')
  const body = value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value
  const bytes: Buffer[] = []
  for (let index = 0; index < body.length; index += 1) {
    const rest = body.slice(index + 1)
    if (body[index] === '\\' && hexPair.test(rest)) {
      bytes.push(Buffer.from(rest.slice(0, 2), 'hex'))
      index += 2
    } else {
      if (body[index] === '\\') index += 1
      const character = String.fromCodePoint(body.codePointAt(index) ?? 0)
      bytes.push(Buffer.from(character))
      index += character.length - 1
    }
  }
  return Buffer.concat(bytes).toString('utf8')
}

/** Escape one RDN value for use inside a distinguished name. */
export function escapeRdnValue(value: string): string {
  return value
    .replace(/[,+"\\<>;=]/g, '\\$&')
    .replace(/^[# ]/, '\\$&')
    .replace(/ $/, '\\ ')
}

/** Write a name back in the domain's own form. */
export function formatDn(rdns: readonly Rdn[]): string {
  return rdns.map(({ type, value }) => `${type.toUpperCase()}=${escapeRdnValue(value)}`).join(',')
}

const knownKeys = new Map<string, string>()
const maxKnownKeys = 20_000

/** The key under which a name is found: equal for names that differ only in case, spacing or escaping. */
export function dnKey(dn: string | readonly Rdn[]): string {
  if (typeof dn !== 'string') return keyOf(dn)
  const known = knownKeys.get(dn)
  if (known !== undefined) return known
  const key = keyOf(parseDn(dn))
  // Every search compares every name: parsing each one again took most of its time.
  if (knownKeys.size >= maxKnownKeys) knownKeys.clear()
  knownKeys.set(dn, key)
  return key
}

function keyOf(rdns: readonly Rdn[]): string {
  return rdns.map(({ type, value }) => `${type}=${escapeRdnValue(value)}`.toLowerCase()).join(',')
}

/** The name without its first component. */
export function parentDn(dn: string): string {
  return formatDn(parseDn(dn).slice(1))
}
