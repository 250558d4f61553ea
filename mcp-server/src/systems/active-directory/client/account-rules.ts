import { commonName, parseDn } from '../format/distinguished-name.ts'
import type { EntryValues } from '../format/entry-values.ts'
import type { GroupEntry } from '../format/group-graph.ts'
import { printSid } from '../format/identifiers.ts'

/** Which accounts and groups of this site are special. */
export interface AccountRules {
  /** Beginnings of the logon names of service accounts, e.g. `svc-`. */
  servicePrefixes: string[]
  /** Names of organisational units that hold service accounts. */
  serviceContainers: string[]
  /** Names of groups whose members are VIPs. */
  vipGroups: string[]
  /** Names of groups that give power over the domain although their identifier does not say so. */
  privilegedGroups: string[]
  /** Names of organisational units that hold nothing but the units of the clients. */
  clientContainers: string[]
}

export const defaultAccountRules: AccountRules = {
  servicePrefixes: ['svc-', 'svc_', 'svc.', 'sa-', 'adm-', 'adm_', 'adm.'],
  serviceContainers: ['Services', 'Comptes de service', 'Service Accounts'],
  vipGroups: ['GG-VIP', 'VIP'],
  privilegedGroups: ['DnsAdmins', 'Organization Management', 'Exchange Trusted Subsystem'],
  clientContainers: ['Clients', 'Customers'],
}

const fold = (text: string) => text.toLowerCase()

/** True for an account of a machine or a service: its password must not be reset like a person's. */
export function isServiceAccount({ dn, login }: { dn: string; login: string }, rules: AccountRules): boolean {
  const containers = new Set(
    parseDn(dn)
      .slice(1)
      .map((part) => fold(part.value)),
  )
  return (
    rules.servicePrefixes.some((prefix) => fold(login).startsWith(fold(prefix))) ||
    rules.serviceContainers.some((name) => containers.has(fold(name)))
  )
}

export function isVip(entry: EntryValues, rules: AccountRules): boolean {
  const groups = new Set(entry.texts('memberOf').map((dn) => fold(commonName(dn))))
  return (
    fold(entry.text('employeeType') ?? '') === 'vip' || rules.vipGroups.some((name) => groups.has(fold(name)))
  )
}

const domainAdminRids = new Set([498, 512, 516, 517, 518, 519, 520, 521, 526, 527])
const builtinAdminRids = new Set([544, 548, 549, 550, 551, 552, 557, 569, 578])

/**
 * True for a group that administers a domain or its servers: by its well-known identifier (protocol section 4),
 * because the domain protects it (AdminSDHolder sets adminCount), or by its name in the rules.
 */
export function isAdministrativeGroup(group: GroupEntry, rules: AccountRules): boolean {
  if (group.adminCount === 1 || hasAdministrativeSid(group.sid)) return true
  return rules.privilegedGroups.some((name) => fold(name) === fold(group.name))
}

function hasAdministrativeSid(sid: Buffer): boolean {
  const text = printSid(sid)
  const rid = Number(text.split('-').at(-1))
  if (text.startsWith('S-1-5-32-')) return builtinAdminRids.has(rid)
  return text.startsWith('S-1-5-21-') && domainAdminRids.has(rid)
}
