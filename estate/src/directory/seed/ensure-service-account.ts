import { type Domain, serviceLogin } from '../domain.ts'
import { hashPassword } from '../password/hash-password.ts'
import { AccountControl, toFileTime } from '../schema/account-control.ts'
import { firstValue, withValues } from '../tree/entry.ts'
import { newEntry } from '../tree/new-entry.ts'

/** Make sure the Hub's own account is there, enabled, unlocked and with this password. Returns its DN. */
export async function ensureServiceAccount(domain: Domain, password: string): Promise<string> {
  const bits = AccountControl.normalAccount | AccountControl.dontExpirePassword
  const present =
    domain.tree.bySamAccountName(serviceLogin) ??
    newEntry(domain, {
      dn: `CN=${serviceLogin},${domain.names.servicesOu}`,
      className: 'user',
      attributes: {
        sAMAccountName: [serviceLogin],
        userPrincipalName: [`${serviceLogin}@${domain.names.dns}`],
        displayName: [serviceLogin],
        description: ['Compte de service : Hub'],
      },
    })
  const entry = withValues(present, {
    userAccountControl: [String(bits)],
    pwdLastSet: [String(toFileTime(domain.now()))],
    lockoutTime: ['0'],
    badPwdCount: ['0'],
  })
  domain.tree.put(entry)
  domain.passwords.set(firstValue(entry, 'objectGUID'), await hashPassword(password))
  return entry.dn
}
