import { AndFilter, type Client, EqualityFilter, ExtensibleFilter, type Filter, OrFilter } from 'ldapts'
import { commonName, domainOf } from '../format/distinguished-name.ts'
import { entryValues, required } from '../format/entry-values.ts'
import { type GroupEntry, privilegedGroups } from '../format/group-graph.ts'
import { printGuid } from '../format/identifiers.ts'
import { isAdministrativeGroup } from './account-rules.ts'
import type { Directory } from './settings.ts'

const inChain = '1.2.840.113556.1.4.1941'
const pageSize = 500

/** Groups that hold an object, directly or not, and which of them are privileged (lower-case DNs). */
export interface GroupsAbove {
  groups: GroupEntry[]
  privileged: Set<string>
  primary: GroupEntry | undefined
}

/**
 * Every group above an account or group. The primary group of an account is not among `member` values: it is
 * looked at beside them, with the groups above it.
 */
export async function readGroupsAbove(
  directory: Directory,
  client: Client,
  below: { dn: string; primarySid: Buffer | null },
): Promise<GroupsAbove> {
  const primary = below.primarySid === null ? undefined : await findBySid(directory, client, below.primarySid)
  const members = [below.dn, ...(primary === undefined ? [] : [primary.dn])]
  const above = await readGroups(
    directory,
    client,
    new OrFilter({
      filters: members.map(
        (value) => new ExtensibleFilter({ matchType: 'member', rule: inChain, value, dnAttributes: false }),
      ),
    }),
  )
  const isListed = above.some((group) => group.guid === primary?.guid)
  const groups = primary === undefined || isListed ? above : [...above, primary]
  const privileged = privilegedGroups(groups, (group) => isAdministrativeGroup(group, directory.rules))
  return { groups, privileged, primary }
}

async function findBySid(directory: Directory, client: Client, sid: Buffer): Promise<GroupEntry | undefined> {
  const [group] = await readGroups(
    directory,
    client,
    new EqualityFilter({ attribute: 'objectSid', value: sid }),
  )
  return group
}

/** Groups of the whole domain that a filter lets through. */
export async function readGroups(
  directory: Directory,
  client: Client,
  filter: Filter,
): Promise<GroupEntry[]> {
  const { searchEntries } = await client.search(domainOf(directory.baseDn), {
    scope: 'sub',
    filter: new AndFilter({
      filters: [new EqualityFilter({ attribute: 'objectClass', value: 'group' }), filter],
    }),
    attributes: ['objectGUID', 'objectSid', 'sAMAccountName', 'cn', 'adminCount', 'memberOf'],
    explicitBufferAttributes: ['objectGUID', 'objectSid'],
    paged: { pageSize },
  })
  return searchEntries.map(entryValues).map((entry) => ({
    dn: entry.dn,
    guid: printGuid(required(entry.bytes('objectGUID'), 'objectGUID')),
    name: entry.text('sAMAccountName') ?? commonName(entry.dn),
    sid: required(entry.bytes('objectSid'), 'objectSid'),
    adminCount: entry.integer('adminCount'),
    memberOf: entry.texts('memberOf'),
  }))
}
