import { type Domain, domainPolicy } from '../domain.ts'
import { unknownPassword } from '../password/hash-password.ts'
import { AccountControl, toFileTime } from '../schema/account-control.ts'
import { firstValue, withValues } from '../tree/entry.ts'
import { newEntry } from '../tree/new-entry.ts'
import { builtinAccounts, builtinGroups, builtinMemberships, userContainerGroups } from './builtin-objects.ts'

const critical = { isCriticalSystemObject: ['TRUE'] }
const durationTicks = (ms: number) => String(-BigInt(ms) * 10000n)
const never = '-9223372036854775808'

/** The domain object, its containers and everything a fresh domain has before anybody adds to it. */
export function seedStructure(domain: Domain): void {
  const { baseDn, clientsOu, servicesOu, groupsOu } = domain.names
  addDomainObject(domain)
  addContainer(domain, { dn: `CN=Users,${baseDn}`, className: 'container' })
  addContainer(domain, { dn: `CN=Builtin,${baseDn}`, className: 'builtinDomain' })
  addContainer(domain, { dn: `CN=System,${baseDn}`, className: 'container' })
  addContainer(domain, { dn: `CN=Password Settings Container,CN=System,${baseDn}`, className: 'container' })
  for (const dn of [clientsOu, servicesOu, groupsOu]) {
    addContainer(domain, { dn, className: 'organizationalUnit' })
  }
  for (const group of userContainerGroups(domain.names.sid))
    addGroup(domain, { ...group, parent: `CN=Users,${baseDn}` })
  for (const group of builtinGroups) addGroup(domain, { ...group, parent: `CN=Builtin,${baseDn}` })
  for (const account of builtinAccounts) addAccount(domain, account)
  for (const [group, members] of Object.entries(builtinMemberships)) addMembers(domain, { group, members })
}

function addDomainObject(domain: Domain): void {
  const { baseDn, sid } = domain.names
  const attributes = {
    minPwdLength: [String(domainPolicy.minPasswordLength)],
    pwdProperties: ['1'],
    pwdHistoryLength: ['0'],
    lockoutThreshold: [String(domainPolicy.lockoutThreshold)],
    maxPwdAge: [durationTicks(domainPolicy.maxPasswordAgeMs)],
    minPwdAge: ['0'],
    lockoutDuration: [
      Number.isFinite(domain.limits.lockoutDurationMs)
        ? durationTicks(domain.limits.lockoutDurationMs)
        : never,
    ],
    ...critical,
  }
  domain.tree.put(newEntry(domain, { dn: baseDn, className: 'domainDNS', sid, attributes }))
}

function addContainer(domain: Domain, { dn, className }: { dn: string; className: string }): void {
  const attributes = className === 'organizationalUnit' ? {} : critical
  domain.tree.put(newEntry(domain, { dn, className, attributes }))
}

interface SystemGroup {
  name: string
  sid: string
  isProtected: boolean
  parent: string
}

function addGroup(domain: Domain, { name, sid, isProtected, parent }: SystemGroup): void {
  const isLocal = sid.startsWith('S-1-5-32-')
  const attributes = {
    sAMAccountName: [name],
    ...critical,
    ...(isProtected && { adminCount: ['1'] }),
    ...(isLocal && { groupType: ['-2147483643'], sAMAccountType: ['536870912'] }),
  }
  domain.tree.put(newEntry(domain, { dn: `CN=${name},${parent}`, className: 'group', sid, attributes }))
}

function addAccount(
  domain: Domain,
  { login, rid, control, isProtected }: (typeof builtinAccounts)[number],
): void {
  const entry = newEntry(domain, {
    dn: `CN=${login},CN=Users,${domain.names.baseDn}`,
    className: 'user',
    sid: `${domain.names.sid}-${rid}`,
    attributes: {
      sAMAccountName: [login],
      userAccountControl: [String(control | AccountControl.normalAccount)],
      pwdLastSet: [String(toFileTime(domain.now()))],
      ...critical,
      ...(isProtected && { adminCount: ['1'] }),
    },
  })
  domain.tree.put(entry)
  domain.passwords.set(firstValue(entry, 'objectGUID'), unknownPassword())
}

function addMembers(domain: Domain, { group, members }: { group: string; members: readonly string[] }): void {
  const entry = domain.tree.bySamAccountName(group)
  const names = members.flatMap((member) => domain.tree.bySamAccountName(member)?.dn ?? [])
  if (entry) domain.tree.put(withValues(entry, { member: names }))
}
