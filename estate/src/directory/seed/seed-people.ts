import type { Person } from '../../data/people.ts'
import type { Domain } from '../domain.ts'
import { unknownPassword } from '../password/hash-password.ts'
import { AccountControl, toFileTime } from '../schema/account-control.ts'
import { formatDn, parseDn } from '../tree/distinguished-name.ts'
import { type Entry, firstValue } from '../tree/entry.ts'
import { newEntry } from '../tree/new-entry.ts'
import { clientOu } from './client-ou.ts'
import { seedGroups } from './seed-groups.ts'

const dayMs = 24 * 3600 * 1000
const expiredAgeDays = 200
const freshAgeDays = 60

/** An account for every person, in the unit of the client or with the services, and the groups they are in. */
export function seedPeople(domain: Domain, people: readonly Person[]): void {
  for (const client of new Set(people.map((person) => person.client))) {
    const dn = clientOu(domain.names, client)
    domain.tree.put(newEntry(domain, { dn, className: 'organizationalUnit', attributes: {} }))
  }
  const accounts = people.map((person, index) => ({ person, entry: addPerson(domain, { person, index }) }))
  seedGroups(domain, accounts)
}

function addPerson(domain: Domain, { person, index }: { person: Person; index: number }): Entry {
  const entry = newEntry(domain, {
    dn: freeName(domain, person),
    className: 'user',
    attributes: {
      ...personalAttributes(domain, person),
      ...accountAttributes(domain, { person, index }),
      ...(person.domainAdmin && { adminCount: ['1'] }),
    },
  })
  domain.tree.put(entry)
  domain.passwords.set(firstValue(entry, 'objectGUID'), unknownPassword())
  return entry
}

function freeName(domain: Domain, person: Person): string {
  const parent = parseDn(person.service ? domain.names.servicesOu : clientOu(domain.names, person.client))
  const name = formatDn([{ type: 'CN', value: person.displayName }, ...parent])
  if (!domain.tree.get(name)) return name
  return formatDn([{ type: 'CN', value: `${person.displayName} (${person.login})` }, ...parent])
}

function personalAttributes({ names }: Domain, person: Person): Record<string, readonly string[]> {
  const attributes = {
    sAMAccountName: person.login,
    userPrincipalName: `${person.login}@${names.dns}`,
    givenName: person.givenName,
    sn: person.surname,
    displayName: person.displayName,
    mail: person.mail,
    company: person.client,
    title: person.title,
    department: person.department,
    telephoneNumber: person.phone,
    employeeType: person.vip ? 'VIP' : '',
  }
  const given = Object.entries(attributes).filter(([, value]) => value !== '')
  return Object.fromEntries(given.map(([name, value]) => [name, [value]]))
}

function accountAttributes(
  domain: Domain,
  { person, index }: { person: Person; index: number },
): Record<string, readonly string[]> {
  const daysAgo = (days: number) => String(toFileTime(domain.now() - days * dayMs))
  const lastSet = daysAgo(person.passwordExpired ? expiredAgeDays : 1 + ((index * 7) % freshAgeDays))
  const bits =
    AccountControl.normalAccount |
    (person.disabled ? AccountControl.disabled : 0) |
    (person.service ? AccountControl.dontExpirePassword : 0)
  return {
    userAccountControl: [String(bits)],
    pwdLastSet: [person.mustChange ? '0' : lastSet],
    lastLogonTimestamp: [daysAgo(1 + (index % 9))],
    lockoutTime: [person.locked ? String(toFileTime(domain.now())) : '0'],
    ...(person.locked && { badPwdCount: ['5'] }),
  }
}
