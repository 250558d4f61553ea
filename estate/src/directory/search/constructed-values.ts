import { type Domain, domainPolicy } from '../domain.ts'
import { resultantSettings } from '../password/password-settings.ts'
import { AccountControl, neverExpires, toFileTime } from '../schema/account-control.ts'
import { sidToHex } from '../schema/sid.ts'
import { type Entry, firstValue, hasClass, integerValue } from '../tree/entry.ts'
import type { Subject } from './subject.ts'

/** Whether the account is locked at this moment; a lockoutTime older than the lockout duration no longer counts. */
export function isLockedOut(domain: Domain, entry: Entry): boolean {
  const lockedAt = integerValue(entry, 'lockoutTime')
  if (lockedAt === 0n) return false
  const elapsedMs = Number((toFileTime(domain.now()) - lockedAt) / 10000n)
  return elapsedMs < domain.limits.lockoutDurationMs
}

/** When the password expires (FILETIME): 0 when it must be changed, `neverExpires` when never. */
export function passwordExpiry(entry: Entry): bigint {
  const exempt = BigInt(AccountControl.dontExpirePassword | AccountControl.smartcardRequired)
  if ((integerValue(entry, 'userAccountControl') & exempt) !== 0n) return neverExpires
  const lastSet = integerValue(entry, 'pwdLastSet')
  return lastSet === 0n ? 0n : lastSet + BigInt(domainPolicy.maxPasswordAgeMs) * 10000n
}

/** Whether the password is past its age or must be changed at next logon. */
export function isPasswordExpired(domain: Domain, entry: Entry): boolean {
  return passwordExpiry(entry) <= toFileTime(domain.now())
}

/** Values of the attributes that exist only while they are read (MS-ADTS 3.1.1.4.5). */
export function constructedValues({ domain, entry }: Subject, name: string): readonly string[] {
  if (!hasClass(entry, 'user')) return []
  switch (name) {
    case 'msDS-User-Account-Control-Computed': {
      const locked = isLockedOut(domain, entry) ? AccountControl.lockout : 0
      const expired = isPasswordExpired(domain, entry) ? AccountControl.passwordExpired : 0
      return [String(locked | expired)]
    }
    case 'msDS-UserPasswordExpiryTimeComputed':
      return [String(passwordExpiry(entry))]
    case 'msDS-ResultantPSO':
      return settingsNames({ domain, entry })
    case 'tokenGroups':
      return tokenGroups(domain, entry)
    default:
      return []
  }
}

function settingsNames(subject: Subject): string[] {
  const settings = resultantSettings(subject)
  return settings ? [settings.dn] : []
}

function tokenGroups(domain: Domain, entry: Entry): string[] {
  const seen = new Map<string, string>()
  const visit = (dn: string) => {
    for (const group of domain.tree.groupsOf(dn)) {
      if (seen.has(group.dn)) continue
      seen.set(group.dn, firstValue(group, 'objectSid'))
      visit(group.dn)
    }
  }
  visit(entry.dn)
  const primary = firstValue(entry, 'primaryGroupID')
  return [...seen.values(), ...(primary ? [sidToHex(`${domain.names.sid}-${primary}`)] : [])]
}
