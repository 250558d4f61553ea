import { ConflictError } from '@hub/contracts'
import { Attribute, Change, type Client, EqualityFilter, ResultCodeError } from 'ldapts'
import type { AccountRecord } from '../format/account.ts'
import { isSameDn } from '../format/distinguished-name.ts'
import type { GroupRecord } from './find-group.ts'

export interface Membership {
  record: AccountRecord
  group: GroupRecord
}

/** What servers answer to adding a member that is there, or removing one that is not (protocol section 4). */
const alreadyCodes = new Set([16, 20, 53, 68])

/** Is the account directly in the group, not counting its primary group? Read from the account. */
export function isListedMember({ record, group }: Membership): boolean {
  return record.groupDns.some((dn) => isSameDn(dn, group.dn))
}

export function isPrimaryGroup({ record, group }: Membership): boolean {
  return record.primaryGroupSid?.equals(group.sid) ?? false
}

/** Makes the account a member. Gives false when it already was. */
export async function addMember(client: Client, membership: Membership): Promise<boolean> {
  if (isListedMember(membership) || isPrimaryGroup(membership)) return false
  return changeMember(client, membership, 'add')
}

/**
 * Ends the direct membership. Gives false when there was none.
 * @throws ConflictError `ad.primary_group`: an account cannot leave its primary group
 */
export async function removeMember(client: Client, membership: Membership): Promise<boolean> {
  if (isPrimaryGroup(membership)) throw primaryGroup(membership)
  if (!isListedMember(membership)) return false
  return changeMember(client, membership, 'delete')
}

async function changeMember(
  client: Client,
  { record, group }: Membership,
  operation: 'add' | 'delete',
): Promise<boolean> {
  const modification = new Attribute({ type: 'member', values: [record.dn] })
  try {
    await client.modify(group.dn, new Change({ operation, modification }))
    return true
  } catch (error) {
    const isMaybeDone = error instanceof ResultCodeError && alreadyCodes.has(error.code)
    if (!isMaybeDone || (await hasMember(client, { record, group })) !== (operation === 'add')) throw error
    return false
  }
}

/** Reads the group itself: large groups show their members in parts, a filter sees them all. */
export async function hasMember(client: Client, { record, group }: Membership): Promise<boolean> {
  const { searchEntries } = await client.search(group.dn, {
    scope: 'base',
    filter: new EqualityFilter({ attribute: 'member', value: record.dn }),
    attributes: ['cn'],
  })
  return searchEntries.length > 0
}

function primaryGroup({ record, group }: Membership): ConflictError {
  const { login } = record.account
  return new ConflictError(`${group.name} is the primary group of ${login}: it cannot be left`, {
    reason: 'ad.primary_group',
    params: { login, group: group.name },
  })
}
