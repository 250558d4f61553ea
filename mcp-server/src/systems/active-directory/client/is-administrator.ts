import { AndFilter, type Client, EqualityFilter, escapeFilter } from 'ldapts'
import { domainOf } from '../format/distinguished-name.ts'
import { type EntryValues, entryValues, required } from '../format/entry-values.ts'
import { siblingSid } from '../format/identifiers.ts'
import { isAdministrativeGroup } from './account-rules.ts'
import type { Directory } from './settings.ts'

const domainUsersRid = 513

/**
 * True when the account is, directly or through other groups, in a group that administers the domain. The primary
 * group is not among `member` values: it is looked at beside them.
 */
export async function isAdministrator(
  directory: Directory,
  client: Client,
  entry: EntryValues,
): Promise<boolean> {
  const primary = await primaryGroup(directory, client, entry)
  if (primary !== undefined && isAdministrativeGroup(primary.sid)) return true
  for (const member of [entry.dn, ...(primary === undefined ? [] : [primary.dn])]) {
    if (await hasAdministrativeGroup(directory, client, member)) return true
  }
  return false
}

/** Groups above an object, found by the server itself (matching rule IN_CHAIN). */
async function hasAdministrativeGroup(
  directory: Directory,
  client: Client,
  member: string,
): Promise<boolean> {
  const { searchEntries } = await client.search(domainOf(directory.baseDn), {
    scope: 'sub',
    filter: escapeFilter`(&(objectClass=group)(member:1.2.840.113556.1.4.1941:=${member}))`,
    attributes: ['objectSid'],
    explicitBufferAttributes: ['objectSid'],
    paged: { pageSize: 500 },
  })
  return searchEntries.some((group) =>
    isAdministrativeGroup(required(entryValues(group).bytes('objectSid'), 'objectSid')),
  )
}

/** Undefined for Domain Users, which everybody is in. */
async function primaryGroup(
  directory: Directory,
  client: Client,
  entry: EntryValues,
): Promise<{ dn: string; sid: Buffer } | undefined> {
  const rid = entry.integer('primaryGroupID')
  if (rid === null || rid === domainUsersRid) return undefined
  const sid = siblingSid(required(entry.bytes('objectSid'), 'objectSid'), rid)
  const { searchEntries } = await client.search(domainOf(directory.baseDn), {
    scope: 'sub',
    filter: new AndFilter({
      filters: [
        new EqualityFilter({ attribute: 'objectClass', value: 'group' }),
        new EqualityFilter({ attribute: 'objectSid', value: sid }),
      ],
    }),
    attributes: ['objectSid'],
    explicitBufferAttributes: ['objectSid'],
  })
  const [group] = searchEntries
  return group === undefined ? undefined : { dn: group.dn, sid }
}
