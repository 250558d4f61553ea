import { type Domain, domainPolicy } from '../domain.ts'
import { verifyPassword } from '../password/hash-password.ts'
import { logonFailure } from '../protocol/diagnostics.ts'
import { AccountControl, neverExpires, toFileTime } from '../schema/account-control.ts'
import { sidToHex } from '../schema/sid.ts'
import { isLockedOut, isPasswordExpired, passwordExpiry } from '../search/constructed-values.ts'
import { type Entry, firstValue, integerValue, withValues } from '../tree/entry.ts'

interface Attempt {
  guid: string
  password: string
}

/**
 * Check a password the way a domain controller does: 775, 533 and 701 before the password is looked at, then
 * 52e, then 532 and 773. Counts bad passwords and locks the account at the threshold.
 */
export async function logon(domain: Domain, { guid, password }: Attempt): Promise<void> {
  refuseByState(domain, current(domain, guid))
  const stored = domain.passwords.get(guid)
  const isRight = stored !== undefined && (await verifyPassword(password, stored))
  await domain.exclusive(async () => {
    const entry = current(domain, guid)
    refuseByState(domain, entry)
    if (!isRight) {
      await recordFailure(domain, entry)
      throw logonFailure('52e')
    }
    if (isPasswordExpired(domain, entry)) throw logonFailure(passwordExpiry(entry) === 0n ? '773' : '532')
    recordSuccess(domain, entry)
  })
}

function current(domain: Domain, guid: string): Entry {
  const entry = domain.tree.byGuid(guid)
  if (!entry) throw logonFailure('52e')
  return entry
}

function refuseByState(domain: Domain, entry: Entry): void {
  if (isLockedOut(domain, entry)) throw logonFailure('775')
  const isDisabled = (integerValue(entry, 'userAccountControl') & BigInt(AccountControl.disabled)) !== 0n
  if (isDisabled) throw logonFailure('533')
  const expires = integerValue(entry, 'accountExpires')
  if (expires !== 0n && expires !== neverExpires && expires <= toFileTime(domain.now())) {
    throw logonFailure('701')
  }
}

async function recordFailure(domain: Domain, entry: Entry): Promise<void> {
  const now = String(toFileTime(domain.now()))
  const wasLocked = integerValue(entry, 'lockoutTime') !== 0n
  const count = (wasLocked ? 0 : Number(integerValue(entry, 'badPwdCount'))) + 1
  const isExempt = firstValue(entry, 'objectSid') === sidToHex(`${domain.names.sid}-500`)
  const isLocked = count >= domainPolicy.lockoutThreshold && !isExempt
  domain.tree.put(
    withValues(entry, {
      badPwdCount: [String(count)],
      badPasswordTime: [now],
      lockoutTime: [isLocked ? now : '0'],
    }),
  )
  await domain.save()
}

function recordSuccess(domain: Domain, entry: Entry): void {
  const now = String(toFileTime(domain.now()))
  domain.tree.put(
    withValues(entry, {
      badPwdCount: ['0'],
      lockoutTime: ['0'],
      lastLogon: [now],
      lastLogonTimestamp: [now],
      logonCount: [String(integerValue(entry, 'logonCount') + 1n)],
    }),
  )
}
