import type { Domain } from '../domain.ts'
import { noSuchObject, otherDomain } from '../protocol/diagnostics.ts'
import { guidToHex, sidToHex } from '../schema/sid.ts'
import { dnKey, formatDn, parseDn } from './distinguished-name.ts'
import { type Entry, firstValue } from './entry.ts'

const special = /^<(GUID|SID)=([^>]+)>$/i
const dashedGuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * The entry a client names: a DN, `<GUID=...>` or `<SID=...>`.
 * Throws invalidDNSyntax (34), noSuchObject (32) with the best match, or a referral (10) for another domain.
 */
export function resolveDn(domain: Domain, text: string): Entry {
  const [, kind, value] = special.exec(text.trim()) ?? []
  if (kind && value) return resolveSpecial(domain, { kind: kind.toUpperCase(), value })
  const found = domain.tree.get(text)
  if (found) return found
  throw missing(domain, { text })
}

function resolveSpecial(domain: Domain, { kind, value }: { kind: string; value: string }): Entry {
  const attribute = kind === 'GUID' ? 'objectGUID' : 'objectSid'
  const hex = specialHex(kind, value)
  const found = domain.tree.all().find((entry) => firstValue(entry, attribute) === hex)
  if (!found) throw noSuchObject('')
  return found
}

function specialHex(kind: string, value: string): string {
  if (kind === 'GUID' && dashedGuid.test(value)) return guidToHex(value)
  if (kind === 'SID' && /^S(-\d+)+$/i.test(value)) return sidToHex(value)
  return value.toLowerCase()
}

/** The error for a name that is not here: the nearest ancestor that is, or a referral when the domain is another. */
export function missing(domain: Domain, { text, win32 }: { text: string; win32?: string }): Error {
  const rdns = parseDn(text)
  const baseKey = dnKey(domain.names.baseDn)
  const key = dnKey(rdns)
  if (key !== baseKey && !key.endsWith(`,${baseKey}`)) return foreign(text)
  for (let depth = 1; depth < rdns.length; depth += 1) {
    const ancestor = domain.tree.get(formatDn(rdns.slice(depth)))
    if (ancestor) return noSuchObject(ancestor.dn, win32)
  }
  return noSuchObject('', win32)
}

function foreign(text: string): Error {
  const labels = parseDn(text).filter(({ type }) => type.toLowerCase() === 'dc')
  return labels.length > 0 ? otherDomain(labels.map(({ value }) => value).join('.'), text) : noSuchObject('')
}
