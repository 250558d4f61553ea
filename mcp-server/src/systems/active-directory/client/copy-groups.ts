import { createHash } from 'node:crypto'
import { AppError, ConflictError, type LeftOutGroup } from '@hub/contracts'
import type { Client } from 'ldapts'
import type { AccountRecord } from '../format/account.ts'
import { containerPath, isSameDn } from '../format/distinguished-name.ts'
import { type GroupEntry, isBuiltin } from '../format/group-graph.ts'
import { addMember } from './change-member.ts'
import { directoryError } from './directory-error.ts'
import type { GroupRecord } from './find-group.ts'
import { type GroupsAbove, readGroupsAbove } from './groups-above.ts'
import type { Directory } from './settings.ts'

/** What copying the groups of `from` to `to` would add, and what it leaves out. */
export interface CopyPlan {
  to: AccountRecord
  from: AccountRecord
  toAdd: GroupRecord[]
  leftOut: LeftOutGroup[]
}

export interface CopiedGroups extends CopyPlan {
  added: GroupRecord[]
  refused: { group: string; reason: string }[]
}

/** Reads the groups of both accounts. A group that is privileged, also through groups above it, is left out. */
export async function planCopy(
  directory: Directory,
  client: Client,
  { to, from }: Pick<CopyPlan, 'to' | 'from'>,
): Promise<CopyPlan> {
  const below = { dn: from.dn, primarySid: from.primaryGroupSid }
  return weighGroups({ to, from }, await readGroupsAbove(directory, client, below))
}

/** Pure. */
function weighGroups({ to, from }: Pick<CopyPlan, 'to' | 'from'>, above: GroupsAbove): CopyPlan {
  const toAdd: GroupRecord[] = []
  const leftOut: LeftOutGroup[] = []
  const groups = above.groups.toSorted((a, b) => a.name.localeCompare(b.name, 'fr'))
  for (const group of groups) {
    const isPrimary = group.guid === above.primary?.guid
    if (!isPrimary && !from.groupDns.some((dn) => isSameDn(dn, group.dn))) continue
    const reason = reasonToLeave(group, { to, isPrimary, isPrivileged: isPrivileged(group, above) })
    if (reason === null) toAdd.push(record(group))
    else leftOut.push({ group: group.name, reason })
  }
  return { to, from, toAdd, leftOut }
}

const isPrivileged = (group: GroupEntry, { privileged }: GroupsAbove) =>
  isBuiltin(group) || privileged.has(group.dn.toLowerCase())

function reasonToLeave(
  group: GroupEntry,
  facts: { to: AccountRecord; isPrimary: boolean; isPrivileged: boolean },
): LeftOutGroup['reason'] | null {
  if (facts.isPrivileged) return 'privileged'
  if (facts.to.groupDns.some((dn) => isSameDn(dn, group.dn))) return 'already_member'
  return facts.isPrimary ? 'primary' : null
}

const record = ({ dn, guid, name, sid }: GroupEntry): GroupRecord => ({
  dn,
  guid,
  name,
  sid,
  container: containerPath(dn),
  isPrivileged: false,
})

/**
 * Adds the account to the planned groups, one after the other. A group that the directory refuses does not stop
 * the others; an answer that is lost does: nobody knows what happened then.
 * @throws ConflictError `ad.groups_changed` when the plan is not the expected one any more; the refusal itself
 *   when every group was refused
 */
export async function copyGroups(
  directory: Directory,
  client: Client,
  { plan, expected }: { plan: CopyPlan; expected: readonly string[] | undefined },
): Promise<CopiedGroups> {
  if (expected !== undefined) assertPlan(plan, expected)
  const added: GroupRecord[] = []
  const refusals: { group: string; error: AppError }[] = []
  for (const group of plan.toAdd) {
    const outcome = await tryAdd(directory, client, { record: plan.to, group })
    if (outcome instanceof AppError) refusals.push({ group: group.name, error: outcome })
    else if (outcome) added.push(group)
  }
  const [first] = refusals
  if (first !== undefined && refusals.length === plan.toAdd.length) throw first.error
  const refused = refusals.map(({ group, error }) => ({ group, reason: error.message }))
  return { ...plan, added, refused }
}

async function tryAdd(
  directory: Directory,
  client: Client,
  membership: { record: AccountRecord; group: GroupRecord },
): Promise<boolean | AppError> {
  try {
    return await addMember(client, membership)
  } catch (error) {
    const known = directoryError(error, directory.system)
    if (known instanceof AppError && known.code !== 'UPSTREAM_FAILED') return known
    throw known
  }
}

/** The groups of a plan by their immutable identities. */
export function groupIdsOf({ toAdd }: CopyPlan): string[] {
  return toAdd.map(({ guid }) => guid).sort()
}

/** What an approval is bound to beside the account: the account that is copied and the groups, as one short text. */
export function planIdentity(plan: CopyPlan): string[] {
  const groups = createHash('sha256').update(groupIdsOf(plan).join(' ')).digest('hex')
  return [plan.from.account.guid, groups]
}

/** @throws ConflictError `ad.groups_changed` when the plan is not the expected one any more */
export function assertPlan(plan: CopyPlan, expected: readonly string[]): void {
  if (planIdentity(plan).join() !== expected.join()) throw planChanged(plan)
}

function planChanged({ from }: CopyPlan): ConflictError {
  const { login } = from.account
  return new ConflictError(
    `The groups to copy from ${login} are not the same as before; nothing was changed`,
    {
      reason: 'ad.groups_changed',
      params: { login },
    },
  )
}
