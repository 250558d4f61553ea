import type { DirectoryAccount } from '@hub/contracts'
import { accountControl, computedControl, hasBit } from './account-control.ts'
import { commonName, containerPath, domainName } from './distinguished-name.ts'
import { type EntryValues, required } from './entry-values.ts'
import { fileTimeToInstant, generalizedTimeToInstant } from './file-time.ts'
import { printGuid, siblingSid } from './identifiers.ts'

/** An account with what the tools need beside the contract. */
export interface AccountRecord {
  dn: string
  account: DirectoryAccount
  /** Set by the configured rule; policy may ask for more approvals. */
  isVip: boolean
  /** "Change at next logon" has no effect: the password never expires, or a smartcard is required. */
  ignoresMustChange: boolean
  whenCreated: string | null
  whenChanged: string | null
  /** The groups it is directly in, without the primary one. */
  groupDns: string[]
  primaryGroupSid: Buffer | null
  /** Bits of userAccountControl as they were read. */
  control: number
  /** Parts of the name that a password must not contain. */
  nameParts: string[]
}

/** Attributes to ask for: the computed ones come only by name (protocol section 2). */
export const accountAttributes = [
  'objectGUID',
  'objectSid',
  'sAMAccountName',
  'userPrincipalName',
  'displayName',
  'givenName',
  'sn',
  'cn',
  'mail',
  'title',
  'department',
  'company',
  'employeeType',
  'userAccountControl',
  'msDS-User-Account-Control-Computed',
  'msDS-UserPasswordExpiryTimeComputed',
  'lockoutTime',
  'pwdLastSet',
  'accountExpires',
  'lastLogonTimestamp',
  'badPwdCount',
  'memberOf',
  'primaryGroupID',
  'adminCount',
  'whenCreated',
  'whenChanged',
]

/** What an entry says, in the contract's form; pure. */
export function formatAccount(
  entry: EntryValues,
  facts: { privileged: boolean; isVip: boolean },
): AccountRecord {
  const control = required(entry.integer('userAccountControl'), 'userAccountControl')
  const login = required(entry.text('sAMAccountName'), 'sAMAccountName')
  const displayName = entry.text('displayName') ?? entry.text('cn') ?? login
  const neverExpires = hasBit(control, accountControl.neverExpires)
  return {
    dn: entry.dn,
    isVip: facts.isVip,
    ignoresMustChange: neverExpires || hasBit(control, accountControl.smartcardRequired),
    whenCreated: generalizedTimeToInstant(entry.text('whenCreated')),
    whenChanged: generalizedTimeToInstant(entry.text('whenChanged')),
    groupDns: entry.texts('memberOf'),
    primaryGroupSid: primaryGroupSid(entry),
    control,
    nameParts: [login, displayName, entry.text('givenName') ?? '', entry.text('sn') ?? ''],
    account: {
      guid: printGuid(required(entry.bytes('objectGUID'), 'objectGUID')),
      domain: domainName(entry.dn),
      login,
      userPrincipalName: entry.text('userPrincipalName'),
      displayName,
      mail: entry.text('mail'),
      title: entry.text('title'),
      department: entry.text('department'),
      company: entry.text('company'),
      container: containerPath(entry.dn),
      enabled: !hasBit(control, accountControl.disabled),
      locked: isLocked(entry),
      privileged: facts.privileged,
      vip: facts.isVip,
      passwordLastSetAt: fileTimeToInstant(entry.text('pwdLastSet')),
      mustChangePassword: entry.text('pwdLastSet') === '0' && !neverExpires,
      passwordExpiresAt: fileTimeToInstant(entry.text('msDS-UserPasswordExpiryTimeComputed')),
      passwordNeverExpires: neverExpires,
      accountExpiresAt: fileTimeToInstant(entry.text('accountExpires')),
      lastLogonAt: fileTimeToInstant(entry.text('lastLogonTimestamp')),
      badPasswordCount: entry.integer('badPwdCount'),
      groups: entry
        .texts('memberOf')
        .map(commonName)
        .sort((a, b) => a.localeCompare(b, 'fr')),
    },
  }
}

/** Every account has one group that is not among its `memberOf`. */
export function primaryGroupSid(entry: EntryValues): Buffer | null {
  const rid = entry.integer('primaryGroupID')
  const sid = entry.bytes('objectSid')
  return rid === null || sid === null ? null : siblingSid(sid, rid)
}

/** lockoutTime stays set after a lockout has run out: the computed bit decides where the server has it. */
export function isLocked(entry: EntryValues): boolean {
  const computed = entry.integer('msDS-User-Account-Control-Computed')
  if (computed !== null) return hasBit(computed, computedControl.lockedOut)
  return (entry.text('lockoutTime') ?? '0') !== '0'
}
