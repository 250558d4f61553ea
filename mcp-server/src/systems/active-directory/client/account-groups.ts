import type { AccountGroup } from '@hub/contracts'
import type { Client } from 'ldapts'
import type { AccountRecord } from '../format/account.ts'
import { containerPath } from '../format/distinguished-name.ts'
import type { GroupEntry } from '../format/group-graph.ts'
import { type GroupsAbove, readGroupsAbove } from './groups-above.ts'
import type { Directory } from './settings.ts'

const key = (dn: string) => dn.toLowerCase()

/** The groups of an account, direct ones first, then those it is in through them. */
export async function readAccountGroups(
  directory: Directory,
  client: Client,
  record: AccountRecord,
): Promise<AccountGroup[]> {
  const below = { dn: record.dn, primarySid: record.primaryGroupSid }
  return listGroups(record, await readGroupsAbove(directory, client, below))
}

/** Pure. */
function listGroups(record: AccountRecord, { groups, privileged, primary }: GroupsAbove): AccountGroup[] {
  const direct = new Set(record.groupDns.map(key))
  return groups
    .map((group) => {
      const isPrimary = group.guid === primary?.guid
      const isDirect = isPrimary || direct.has(key(group.dn))
      return {
        guid: group.guid,
        name: group.name,
        container: containerPath(group.dn),
        isDirect,
        isPrimary,
        isPrivileged: privileged.has(key(group.dn)),
        through: isDirect ? [] : membersAmong(groups, group).sort(byName),
      }
    })
    .sort((a, b) => Number(b.isDirect) - Number(a.isDirect) || byName(a.name, b.name))
}

function membersAmong(groups: GroupEntry[], { dn }: GroupEntry): string[] {
  return groups
    .filter(({ memberOf }) => memberOf.some((above) => key(above) === key(dn)))
    .map(({ name }) => name)
}

const byName = (a: string, b: string) => a.localeCompare(b, 'fr')
