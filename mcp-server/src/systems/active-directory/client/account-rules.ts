import { commonName, parseDn } from '../format/distinguished-name.ts'
import type { EntryValues } from '../format/entry-values.ts'
import { printSid } from '../format/identifiers.ts'

/** Which accounts of this site count as service accounts and as VIPs. */
export interface AccountRules {
  /** Beginnings of the logon names of service accounts, e.g. `svc-`. */
  servicePrefixes: string[]
  /** Names of organisational units that hold service accounts. */
  serviceContainers: string[]
  /** Names of groups whose members are VIPs. */
  vipGroups: string[]
}

export const defaultAccountRules: AccountRules = {
  servicePrefixes: ['svc-', 'svc_', 'svc.', 'sa-', 'adm-', 'adm_', 'adm.'],
  serviceContainers: ['Services', 'Comptes de service', 'Service Accounts'],
  vipGroups: ['GG-VIP', 'VIP'],
}

const fold = (text: string) => text.toLowerCase()

/** True for an account of a machine or a service: its password must not be reset like a person's. */
export function isServiceAccount(entry: EntryValues, rules: AccountRules): boolean {
  const login = fold(entry.text('sAMAccountName') ?? '')
  const containers = new Set(
    parseDn(entry.dn)
      .slice(1)
      .map((part) => fold(part.value)),
  )
  return (
    rules.servicePrefixes.some((prefix) => login.startsWith(fold(prefix))) ||
    rules.serviceContainers.some((name) => containers.has(fold(name)))
  )
}

export function isVip(entry: EntryValues, rules: AccountRules): boolean {
  const groups = new Set(entry.texts('memberOf').map((dn) => fold(commonName(dn))))
  return (
    fold(entry.text('employeeType') ?? '') === 'vip' || rules.vipGroups.some((name) => groups.has(fold(name)))
  )
}

const domainAdminRids = new Set([512, 516, 518, 519, 520])
const builtinAdminRids = new Set([544, 548, 549, 550, 551])

/** True for the groups that administer a domain or its servers (protocol section 4). */
export function isAdministrativeGroup(sid: Buffer): boolean {
  const text = printSid(sid)
  const rid = Number(text.split('-').at(-1))
  if (text.startsWith('S-1-5-32-')) return builtinAdminRids.has(rid)
  return text.startsWith('S-1-5-21-') && domainAdminRids.has(rid)
}
