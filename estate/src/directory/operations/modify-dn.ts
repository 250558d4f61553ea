import { ModifyDNRequest } from 'ldapts'
import type { Domain } from '../domain.ts'
import { alreadyExists, attributeProblem, invalidDn, unwilling } from '../protocol/diagnostics.ts'
import { ResultCode } from '../protocol/ldap-error.ts'
import type { RequestEnvelope } from '../protocol/read-message.ts'
import { dnKey, formatDn, parentDn, parseDn, type Rdn } from '../tree/distinguished-name.ts'
import { type Entry, firstValue, withValues } from '../tree/entry.ts'
import { replaceLinks } from '../tree/replace-links.ts'
import { resolveDn } from '../tree/resolve-dn.ts'
import { commitEntry } from './commit-entry.ts'
import type { WriteRequest } from './write-request.ts'

/** Decode a modifyDN request (RFC 4511 section 4.9): rename, move, or both. */
export function readModifyDn({ body }: RequestEnvelope): WriteRequest {
  const request = new ModifyDNRequest({ messageId: 0 })
  request.parse(body, [])
  return { dn: request.dn, attributes: [], run: (domain) => modifyDn(domain, request) }
}

/**
 * Rename or move an entry with everything below it; links follow.
 * Throws 32, 53 (keeping the old name, or moving below itself), 64 (another naming attribute), 68 (00002071).
 */
async function modifyDn(domain: Domain, request: ModifyDNRequest): Promise<void> {
  const entry = resolveDn(domain, request.dn)
  const newRdn = onlyRdn(request.newRdn)
  const oldType = parseDn(entry.dn)[0]?.type ?? ''
  if (!request.deleteOldRdn) throw unwilling('00000057')
  if (newRdn.type.toLowerCase() !== oldType.toLowerCase()) throw wrongNamingAttribute()
  const superior = request.newSuperior || parentDn(entry.dn)
  const parent = resolveDn(domain, superior).dn
  const target = formatDn([newRdn, ...parseDn(parent)])
  if (firstValue(entry, 'isCriticalSystemObject') === 'TRUE') throw unwilling('0000055B')
  if (isBelow(parent, entry.dn)) throw unwilling('00002089')
  if (dnKey(target) !== dnKey(entry.dn) && domain.tree.get(target)) throw alreadyExists('00002071')
  moveSubtree(domain, { entry, target })
  const naming = { [oldType.toLowerCase()]: [newRdn.value], name: [newRdn.value] }
  await commitEntry(domain, { entry: withValues(domain.tree.get(target) ?? entry, naming) })
}

function onlyRdn(text: string): Rdn {
  const [rdn, ...more] = parseDn(text)
  if (!rdn || more.length > 0) throw invalidDn(text)
  return rdn
}

function isBelow(dn: string, ancestor: string): boolean {
  return dnKey(dn) === dnKey(ancestor) || dnKey(dn).endsWith(`,${dnKey(ancestor)}`)
}

function moveSubtree(domain: Domain, { entry, target }: { entry: Entry; target: string }): void {
  const depth = parseDn(entry.dn).length
  const moved = domain.tree.subtree(entry.dn)
  for (const old of moved) {
    const inner = parseDn(old.dn).slice(0, -depth)
    const dn = formatDn([...inner, ...parseDn(target)])
    const latest = domain.tree.get(old.dn) ?? old
    domain.tree.remove(old.dn)
    domain.tree.put({ ...latest, dn })
    replaceLinks(domain.tree, { from: old.dn, to: dn })
  }
}

function wrongNamingAttribute(): Error {
  return attributeProblem({
    code: ResultCode.namingViolation,
    win32: '00002073',
    problem: '2005 (NAMING_VIOLATION)',
    attribute: 'name',
  })
}
