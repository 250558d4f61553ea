import { printSid } from './identifiers.ts'

/** A group as it is read, with the groups it is directly in. */
export interface GroupEntry {
  dn: string
  guid: string
  name: string
  sid: Buffer
  adminCount: number | null
  memberOf: string[]
}

const key = (dn: string) => dn.toLowerCase()

/**
 * Names (lower case) of the groups that are privileged themselves or through a group above them. `groups` holds
 * every group above each of its members. Cycles, which a directory allows, end. Pure.
 */
export function privilegedGroups(
  groups: readonly GroupEntry[],
  isAdministrative: (group: GroupEntry) => boolean,
): Set<string> {
  const known = new Map(groups.map((group) => [key(group.dn), group]))
  const privileged = new Set(groups.filter(isAdministrative).map((group) => key(group.dn)))
  for (let before = -1; before < privileged.size; ) {
    before = privileged.size
    for (const [name, group] of known) {
      if (group.memberOf.some((above) => privileged.has(key(above)))) privileged.add(name)
    }
  }
  return privileged
}

/** True for a group that comes with the system (`CN=Builtin`): nobody is put there by hand without a reason. */
export function isBuiltin({ sid }: GroupEntry): boolean {
  return printSid(sid).startsWith('S-1-5-32-')
}
