import { randomBytes } from 'node:crypto'
import { BerReader, PagedResultsControl } from 'ldapts'
import type { Domain } from '../domain.ts'
import { decoded } from '../protocol/decoded.ts'
import { protocolError, unsupportedControl } from '../protocol/diagnostics.ts'
import { ResultCode } from '../protocol/ldap-error.ts'
import type { RequestControl, RequestEnvelope } from '../protocol/read-message.ts'
import { readSearch, type SearchParameters, SearchScope } from '../protocol/read-search.ts'
import type { WireEntry } from '../protocol/write-response.ts'
import { matchFilter } from '../search/match-filter.ts'
import { rootDse } from '../search/root-dse.ts'
import { selectAttributes } from '../search/select-attributes.ts'
import { ControlOid } from '../search/supported-controls.ts'
import { requireBound, type Session } from '../session.ts'
import type { Entry } from '../tree/entry.ts'
import { resolveDn } from '../tree/resolve-dn.ts'

/** Searches one connection may be paging through (LDAP policy MaxResultSetsPerConn). */
const maxOpenSearches = 10

export interface SearchAnswer {
  entries: WireEntry[]
  references: string[]
  code: number
  pageCookie?: Buffer
}

interface Page {
  size: number
  cookie: Buffer
}

/**
 * Search (RFC 4511 section 4.5) with paging (RFC 2696), the domain's size limits and its continuation
 * references. The root DSE needs no bind; everything else does (1, 000004DC).
 */
export function search(session: Session, { body, controls }: RequestEnvelope): SearchAnswer {
  const parameters = decoded(() => readSearch(body))
  if (parameters.base === '' && parameters.scope === SearchScope.base) {
    return {
      entries: [rootDse(session.domain.names, parameters.attributes)],
      references: [],
      code: ResultCode.success,
    }
  }
  requireBound(session)
  const page = decoded(() => readPage(controls))
  const names = page && page.cookie.length > 0 ? resume(session, page) : find(session.domain, parameters)
  return answer({ session, parameters, controls, page, names })
}

function readPage(controls: RequestControl[]): Page | undefined {
  const control = controls.find(({ oid }) => oid === ControlOid.pagedResults)
  if (!control) return undefined
  const paged = new PagedResultsControl()
  paged.parse(new BerReader(control.value))
  const size = paged.value?.size ?? -1
  if (size < 0) throw protocolError('Error processing control')
  return { size, cookie: paged.value?.cookie ?? Buffer.alloc(0) }
}

function resume(session: Session, page: Page): string[] {
  const key = page.cookie.toString('hex')
  const names = session.pages.get(key)
  if (!names) throw unsupportedControl()
  session.pages.delete(key)
  return page.size === 0 ? [] : names
}

function find(domain: Domain, { base, scope, filter }: SearchParameters): string[] {
  const start = resolveDn(domain, base)
  return candidates(domain, { start, scope })
    .filter((entry) => matchFilter({ domain, entry }, filter) === true)
    .map((entry) => entry.dn)
}

function candidates(domain: Domain, { start, scope }: { start: Entry; scope: number }): Entry[] {
  if (scope === SearchScope.base) return [start]
  if (scope === SearchScope.one) return domain.tree.children(start.dn)
  const subtree = domain.tree.subtree(start.dn)
  return scope === SearchScope.children ? subtree.slice(1) : subtree
}

interface Found {
  session: Session
  parameters: SearchParameters
  controls: RequestControl[]
  page: Page | undefined
  names: string[]
}

function answer({ session, parameters, controls, page, names }: Found): SearchAnswer {
  const { domain } = session
  const limit = Math.min(parameters.sizeLimit || Number.POSITIVE_INFINITY, domain.limits.maxPageSize)
  const count = page ? Math.min(page.size, limit) : limit
  const rest = names.slice(count)
  const entries = names.slice(0, count).flatMap((dn) => {
    const entry = domain.tree.get(dn)
    const { attributes: requested, typesOnly } = parameters
    const selection = { requested, typesOnly, maxValueRange: domain.limits.maxValueRange }
    return entry ? [selectAttributes({ domain, entry }, selection)] : []
  })
  const code = !page && rest.length > 0 ? ResultCode.sizeLimitExceeded : ResultCode.success
  const references = rest.length === 0 ? continuations(domain, { parameters, controls }) : []
  return { entries, references, code, ...(page && { pageCookie: keepRest(session, rest) }) }
}

function keepRest(session: Session, rest: string[]): Buffer {
  if (rest.length === 0) return Buffer.alloc(0)
  const [oldest] = session.pages.keys()
  if (oldest !== undefined && session.pages.size >= maxOpenSearches) session.pages.delete(oldest)
  const cookie = randomBytes(16)
  session.pages.set(cookie.toString('hex'), rest)
  return cookie
}

function continuations(
  { names }: Domain,
  { parameters, controls }: Pick<Found, 'parameters' | 'controls'>,
): string[] {
  const { base, scope } = parameters
  const isWholeDomain = scope === SearchScope.sub && base.toLowerCase() === names.baseDn.toLowerCase()
  if (!isWholeDomain || controls.some(({ oid }) => oid === ControlOid.domainScope)) return []
  return ['ForestDnsZones', 'DomainDnsZones']
    .map((zone) => `ldaps://${zone}.${names.dns}/DC=${zone},${names.baseDn}`)
    .concat(`ldaps://${names.dns}/CN=Configuration,${names.baseDn}`)
}
