import type { Person } from '../../data/people.ts'
import type { Domain } from '../domain.ts'
import { formatDn, parseDn } from '../tree/distinguished-name.ts'
import { type Entry, valuesOf, withValues } from '../tree/entry.ts'
import { newEntry } from '../tree/new-entry.ts'
import { clientOu } from './client-ou.ts'

interface Account {
  person: Person
  entry: Entry
}

const vipGroup = 'GG-VIP'

/**
 * Groups of the demo domain: the shared ones people are listed in (`GG-...`), one per department of each client
 * (`GRP-<client>-<department>`) nested in one for the whole client (`GRP-<client>`), the VIPs, and the
 * membership of Domain Admins.
 */
export function seedGroups(domain: Domain, accounts: readonly Account[]): void {
  const join = (place: Place, dn: string) => addMember(domain, { ...place, member: dn })
  for (const { person, entry } of accounts) {
    for (const name of person.groups) join({ name, parent: domain.names.groupsOu }, entry.dn)
    if (person.vip) join({ name: vipGroup, parent: domain.names.groupsOu }, entry.dn)
    if (person.domainAdmin) join({ name: 'Domain Admins', parent: '' }, entry.dn)
    if (person.service || person.domainAdmin) continue
    const parent = clientOu(domain.names, person.client)
    const department = join({ name: `GRP-${person.client}-${person.department}`, parent }, entry.dn)
    join({ name: `GRP-${person.client}`, parent }, department)
  }
}

interface Place {
  name: string
  parent: string
}

function addMember(domain: Domain, { name, parent, member }: Place & { member: string }): string {
  const group = domain.tree.bySamAccountName(name) ?? newGroup(domain, { name, parent })
  const members = valuesOf(group, 'member')
  if (!members.includes(member)) domain.tree.put(withValues(group, { member: [...members, member] }))
  return group.dn
}

function newGroup(domain: Domain, { name, parent }: Place): Entry {
  return newEntry(domain, {
    dn: formatDn([{ type: 'CN', value: name }, ...parseDn(parent)]),
    className: 'group',
    attributes: { sAMAccountName: [name] },
  })
}
