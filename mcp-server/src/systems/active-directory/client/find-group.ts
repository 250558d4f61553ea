import { ConflictError, NotFoundError } from '@hub/contracts'
import { type Client, EqualityFilter, OrFilter } from 'ldapts'
import { containerPath } from '../format/distinguished-name.ts'
import { type GroupEntry, isBuiltin } from '../format/group-graph.ts'
import { isAdministrativeGroup } from './account-rules.ts'
import { readGroups, readGroupsAbove } from './groups-above.ts'
import type { Directory } from './settings.ts'

export interface GroupRecord {
  dn: string
  guid: string
  name: string
  container: string
  sid: Buffer
  /** Administers the domain, itself or through a group above it, or came with the system. */
  isPrivileged: boolean
}

/**
 * The one group with that exact name (sAMAccountName or common name).
 * @throws NotFoundError `ad.group_not_found`, ConflictError `ad.group_ambiguous`
 */
export async function findGroup(directory: Directory, client: Client, name: string): Promise<GroupRecord> {
  const filters = ['sAMAccountName', 'cn'].map((attribute) => new EqualityFilter({ attribute, value: name }))
  const [group, ...others] = await readGroups(directory, client, new OrFilter({ filters }))
  if (group === undefined) throw groupNotFound(name)
  if (others.length > 0) throw ambiguousGroup(name, [group, ...others])
  return groupRecord(directory, client, group)
}

async function groupRecord(directory: Directory, client: Client, group: GroupEntry): Promise<GroupRecord> {
  const isKnown = isBuiltin(group) || isAdministrativeGroup(group, directory.rules)
  const isPrivileged =
    isKnown ||
    (await readGroupsAbove(directory, client, { dn: group.dn, primarySid: null })).privileged.size > 0
  const { dn, guid, name, sid } = group
  return { dn, guid, name, sid, container: containerPath(dn), isPrivileged }
}

function groupNotFound(group: string): NotFoundError {
  return new NotFoundError(`Active Directory has no group ${group} in the domain of the account`, {
    reason: 'ad.group_not_found',
    params: { group },
  })
}

function ambiguousGroup(group: string, found: GroupEntry[]): ConflictError {
  const candidates = found.map(({ name, dn }) => `${name} (${containerPath(dn)})`).join('; ')
  return new ConflictError(`Several groups match ${group}: ${candidates}`, {
    reason: 'ad.group_ambiguous',
    params: { group, candidates },
  })
}
