import { randomBytes } from 'node:crypto'
import type { Domain } from '../domain.ts'
import { AccountControl, neverExpires, toGeneralizedTime } from '../schema/account-control.ts'
import { objectClass } from '../schema/object-classes.ts'
import { sidToHex } from '../schema/sid.ts'
import { parseDn } from './distinguished-name.ts'
import type { Entry } from './entry.ts'

export interface NewEntry {
  dn: string
  className: string
  attributes: Record<string, readonly string[]>
  /** The full SID of an object that has a fixed one; otherwise the next relative id is used. */
  sid?: string
}

const globalSecurityGroup = '-2147483646'
const accountTypeOf: Record<string, string> = { user: '805306368', group: '268435456' }

/**
 * Build an entry with all that the domain adds by itself: class chain, category, GUID, SID, naming attributes,
 * stamps and the defaults of accounts and groups. Given attributes win over defaults.
 */
export function newEntry(domain: Domain, { dn, className, attributes, sid }: NewEntry): Entry {
  const kind = objectClass(className)
  if (!kind) throw new Error(`Unknown object class ${className}`)
  const rdn = parseDn(dn)[0]?.value ?? ''
  const stamp = toGeneralizedTime(domain.now())
  domain.counters.usn += 1
  const usn = String(domain.counters.usn)
  return {
    dn,
    attributes: {
      objectClass: kind.chain,
      [kind.rdn.toLowerCase()]: [rdn],
      name: [rdn],
      objectCategory: [`CN=${kind.category},CN=Schema,CN=Configuration,${domain.names.baseDn}`],
      objectGUID: [randomBytes(16).toString('hex')],
      instanceType: ['4'],
      whenCreated: [stamp],
      whenChanged: [stamp],
      uSNCreated: [usn],
      uSNChanged: [usn],
      ...securityDefaults(domain, { className, sid }),
      ...attributes,
    },
  }
}

function securityDefaults(
  domain: Domain,
  { className, sid }: { className: string; sid: string | undefined },
): Record<string, readonly string[]> {
  const accountType = accountTypeOf[className]
  if (!accountType) return sid ? { objectSid: [sidToHex(sid)] } : {}
  const objectSid = [sidToHex(sid ?? nextSid(domain))]
  const shared = { objectSid, sAMAccountType: [accountType] }
  if (className === 'group') return { ...shared, groupType: [globalSecurityGroup] }
  return {
    ...shared,
    primaryGroupID: ['513'],
    accountExpires: [String(neverExpires)],
    badPwdCount: ['0'],
    badPasswordTime: ['0'],
    codePage: ['0'],
    countryCode: ['0'],
    lastLogoff: ['0'],
    lastLogon: ['0'],
    logonCount: ['0'],
    pwdLastSet: ['0'],
    userAccountControl: [
      String(AccountControl.normalAccount | AccountControl.disabled | AccountControl.passwordNotRequired),
    ],
  }
}

function nextSid(domain: Domain): string {
  domain.counters.nextRid += 1
  return `${domain.names.sid}-${domain.counters.nextRid}`
}
