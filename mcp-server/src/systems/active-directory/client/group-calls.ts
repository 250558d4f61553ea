import { type AccountGroup, ConflictError } from '@hub/contracts'
import type { AccountRecord } from '../format/account.ts'
import { readAccountGroups } from './account-groups.ts'
import {
  addMember,
  hasMember,
  isListedMember,
  isPrimaryGroup,
  type Membership,
  removeMember,
} from './change-member.ts'
import { type CopiedGroups, type CopyPlan, copyGroups, planCopy } from './copy-groups.ts'
import { type AccountRef, findAccount } from './find-account.ts'
import { findGroup } from './find-group.ts'
import { locateForChange, locateForReading } from './locate-account.ts'
import { assertNotOwn } from './own-account.ts'
import type { Directory } from './settings.ts'
import { readingConnection, withConnection } from './with-connection.ts'

/** One account and one group of its domain; with `groupGuid`, only if the name is still that very group's. */
export interface MemberRef {
  account: AccountRef
  group: string
  groupGuid?: string | undefined
}

export interface CopyRef {
  account: AccountRef
  from: AccountRef
}

export interface MembershipState extends Membership {
  isMember: boolean
  isPrimary: boolean
}

export interface ChangedMembership extends Membership {
  changed: boolean
  isMember: boolean
}

export interface GroupCalls {
  groupsOf(
    account: AccountRef,
    signal?: AbortSignal,
  ): Promise<{ record: AccountRecord; groups: AccountGroup[]; unasked: string[] }>
  /** @throws as `find`; NotFoundError `ad.group_not_found`, ConflictError `ad.group_ambiguous` */
  membership(ref: MemberRef, signal?: AbortSignal): Promise<MembershipState>
  addToGroup(ref: MemberRef, signal?: AbortSignal): Promise<ChangedMembership>
  /** @throws ConflictError `ad.primary_group`, `ad.own_account` */
  removeFromGroup(ref: MemberRef, signal?: AbortSignal): Promise<ChangedMembership>
  /** @throws ConflictError `ad.other_domain` when the accounts live in different domains */
  planGroupCopy(ref: CopyRef, signal?: AbortSignal): Promise<CopyPlan>
  /** Adds the groups of the plan; with `expected`, only if they are still those. */
  copyGroups(
    ref: CopyRef & { expected: readonly string[] | undefined },
    signal?: AbortSignal,
  ): Promise<CopiedGroups>
}

/** What can be done with the groups of an account; groups are looked for in the domain of the account. */
export function groupCalls(directories: readonly Directory[]): GroupCalls {
  const change = (ref: MemberRef, write: typeof addMember, signal?: AbortSignal) =>
    changeMembership(directories, { ref, write, signal })
  return {
    async groupsOf(account, signal) {
      const { directory, record, unasked } = await locateForReading(directories, account, signal)
      const groups = await readingConnection(
        directory,
        (client) => readAccountGroups(directory, client, record),
        signal,
      )
      return { record, groups, unasked }
    },
    membership: (ref, signal) => readMembership(directories, ref, signal),
    addToGroup: (ref, signal) => change(ref, addMember, signal),
    removeFromGroup: (ref, signal) => change(ref, removeMember, signal),
    async planGroupCopy(ref, signal) {
      const { directory, to, from } = await bothAccounts(directories, ref, signal)
      return readingConnection(directory, (client) => planCopy(directory, client, { to, from }), signal)
    },
    async copyGroups({ expected, ...ref }, signal) {
      const { directory, to, from } = await bothAccounts(directories, ref, signal)
      return withConnection(
        directory,
        async (client) => {
          const plan = await planCopy(directory, client, { to, from })
          return copyGroups(directory, client, { plan, expected })
        },
        signal,
      )
    },
  }
}

async function readMembership(
  directories: readonly Directory[],
  ref: MemberRef,
  signal?: AbortSignal,
): Promise<MembershipState> {
  const { directory, record } = await locateForChange(directories, ref.account, signal)
  const group = await readingConnection(
    directory,
    (client) => findGroup(directory, client, ref.group),
    signal,
  )
  const membership = { record, group: sameGroup(ref, group) }
  const isPrimary = isPrimaryGroup(membership)
  return { ...membership, isPrimary, isMember: isPrimary || isListedMember(membership) }
}

async function changeMembership(
  directories: readonly Directory[],
  { ref, write, signal }: { ref: MemberRef; write: typeof addMember; signal: AbortSignal | undefined },
): Promise<ChangedMembership> {
  const { directory } = await locateForChange(directories, ref.account, signal)
  return withConnection(
    directory,
    async (client) => {
      const record = await findAccount(directory, client, ref.account)
      const group = sameGroup(ref, await findGroup(directory, client, ref.group))
      if (write === removeMember) assertNotOwn(directory, record)
      const changed = await write(client, { record, group })
      const isMember = isPrimaryGroup({ record, group }) || (await hasMember(client, { record, group }))
      return { record, group, changed, isMember }
    },
    signal,
  )
}

function sameGroup<G extends { guid: string }>({ group: name, groupGuid }: MemberRef, group: G): G {
  if (groupGuid === undefined || group.guid === groupGuid) return group
  throw new ConflictError(`${name} is another group than before; nothing was changed`, {
    reason: 'ad.group_changed',
    params: { group: name },
  })
}

async function bothAccounts(directories: readonly Directory[], ref: CopyRef, signal?: AbortSignal) {
  const to = await locateForChange(directories, ref.account, signal)
  const from = await locateForChange(directories, ref.from, signal)
  if (to.directory !== from.directory)
    throw new ConflictError('The two accounts live in different domains: their groups cannot be shared', {
      reason: 'ad.other_domain',
      params: { domain: to.directory.name, other: from.directory.name },
    })
  if (to.record.account.guid === from.record.account.guid)
    throw new ConflictError('An account already has its own groups: name two different accounts', {
      reason: 'ad.same_account',
    })
  return { directory: to.directory, to: to.record, from: from.record }
}
