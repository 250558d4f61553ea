import type { BerReader } from 'ldapts'
import type { FilterNode } from './filter-node.ts'
import { readFilter } from './read-filter.ts'

export const SearchScope = { base: 0, one: 1, sub: 2, children: 3 } as const

export interface SearchParameters {
  base: string
  scope: number
  sizeLimit: number
  typesOnly: boolean
  filter: FilterNode
  attributes: string[]
}

/** Decode a SearchRequest (RFC 4511 section 4.5.1). Throws when it is malformed. */
export function readSearch(body: BerReader): SearchParameters {
  const base = body.readString() ?? ''
  const scope = body.readEnumeration()
  body.readEnumeration() // alias dereferencing: the domain holds no alias
  const sizeLimit = body.readInt() ?? 0
  body.readInt() // time limit: every search is far below a second
  const typesOnly = body.readBoolean() === true
  if (scope === null || scope < SearchScope.base || scope > SearchScope.children) {
    throw new Error('unknown search scope')
  }
  const filter = readFilter(body)
  const attributes: string[] = []
  if (body.readSequence(0x30) === null) throw new Error('search without attribute list')
  while (body.remain > 0) attributes.push(body.readString() ?? '')
  return { base, scope, sizeLimit, typesOnly, filter, attributes }
}
