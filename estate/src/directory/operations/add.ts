import { randomBytes } from 'node:crypto'
import { AddRequest, type Attribute } from 'ldapts'
import type { Domain } from '../domain.ts'
import { alreadyExists, attributeProblem, invalidDn, objectClassViolation } from '../protocol/diagnostics.ts'
import { ResultCode } from '../protocol/ldap-error.ts'
import type { RequestEnvelope } from '../protocol/read-message.ts'
import { type ObjectClass, objectClass } from '../schema/object-classes.ts'
import { formatDn, parseDn } from '../tree/distinguished-name.ts'
import { type Entry, firstValue, hasClass, withValues } from '../tree/entry.ts'
import { newEntry } from '../tree/new-entry.ts'
import { missing } from '../tree/resolve-dn.ts'
import { checkUniqueNames } from './check-unique-names.ts'
import { commitEntry } from './commit-entry.ts'
import { applyChange } from './modify/apply-change.ts'
import { checkWritable, storedValues, writableType } from './modify/check-change.ts'
import type { Draft } from './modify/draft.ts'
import { finishAccount } from './modify/finish-account.ts'
import type { WriteRequest } from './write-request.ts'

const namingNames = ['objectclass', 'cn', 'ou', 'dc', 'name', 'distinguishedname']

/** Decode an add request (RFC 4511 section 4.7). */
export function readAdd({ body }: RequestEnvelope): WriteRequest {
  const request = new AddRequest({ messageId: 0, dn: '' })
  request.parse(body, [])
  return {
    dn: request.dn,
    attributes: request.attributes.map(({ type }) => `add ${type}`),
    run: (domain) => add(domain, request),
  }
}

/**
 * Create an entry. Throws 68 (00002071, 00000524, 00000526) when it or its logon name exists, 32 (00002089)
 * without parent, 64 or 65 for a wrong name or class, and whatever a modify of the same attributes would throw.
 */
async function add(domain: Domain, { dn, attributes }: AddRequest): Promise<void> {
  const rdns = parseDn(dn)
  const parent = domain.tree.get(formatDn(rdns.slice(1)))
  if (rdns.length < 2) throw invalidDn(dn)
  if (!parent) throw missing(domain, { text: dn, win32: '00002089' })
  if (domain.tree.get(dn)) throw alreadyExists('00002071')
  const { className, kind } = structuralClass(attributes)
  checkNaming({ dn, kind, attributes })
  const place = formatDn([...rdns.slice(0, 1), ...parseDn(parent.dn)])
  const draft: Draft = {
    domain,
    entry: newEntry(domain, { dn: place, className, attributes: {} }),
    isPermissive: false,
  }
  const given = attributes.filter(({ type }) => !namingNames.includes(type.toLowerCase()))
  for (const attribute of given) setInitial(draft, attribute)
  draft.entry = withLogonName(draft.entry)
  finishAccount(draft, { hasSetPwdLastSet: given.some(({ type }) => type.toLowerCase() === 'pwdlastset') })
  checkUniqueNames(domain, draft.entry)
  await commitEntry(domain, draft)
}

function setInitial(draft: Draft, attribute: Attribute): void {
  const type = writableType(attribute.type)
  checkWritable(draft.entry, type)
  const values = storedValues(type, attribute.parsedBuffers)
  if (type.name === 'member' || !type.isSingle) applyChange(draft, { operation: 'add', type, values })
  else applyChange(draft, { operation: 'replace', type, values })
}

function structuralClass(attributes: readonly Attribute[]): { className: string; kind: ObjectClass } {
  const given = attributes.find(({ type }) => type.toLowerCase() === 'objectclass')
  const names = given?.parsedBuffers.map((value) => value.toString('utf8')) ?? []
  const known = names.map((className) => ({ className, kind: objectClass(className) }))
  const found = known.findLast(({ kind }) => kind !== undefined)
  if (!found?.kind) throw objectClassViolation('0000207B')
  const className = found.kind.chain.at(-1) ?? found.className
  if (className === 'domainDNS' || className === 'builtinDomain') throw objectClassViolation('0000207B')
  return { className, kind: found.kind }
}

interface Naming {
  dn: string
  kind: ObjectClass
  attributes: readonly Attribute[]
}

function checkNaming({ dn, kind, attributes }: Naming): void {
  const rdn = parseDn(dn)[0]
  const given = attributes.find(({ type }) => type.toLowerCase() === kind.rdn.toLowerCase())
  const value = given?.parsedBuffers[0]?.toString('utf8')
  const isSame = value === undefined || value.toLowerCase() === rdn?.value.toLowerCase()
  if (rdn?.type.toUpperCase() === kind.rdn && isSame) return
  throw attributeProblem({
    code: ResultCode.namingViolation,
    win32: '00002073',
    problem: '2005 (NAMING_VIOLATION)',
    attribute: kind.rdn.toLowerCase(),
  })
}

function withLogonName(entry: Entry): Entry {
  const needsOne = hasClass(entry, 'user') || hasClass(entry, 'group')
  if (!needsOne || firstValue(entry, 'sAMAccountName') !== '') return entry
  const generated = `$${randomBytes(3).toString('hex').toUpperCase()}-${randomBytes(6).toString('hex').toUpperCase()}`
  return withValues(entry, { sAMAccountName: [generated] })
}
