import { ConflictError } from '@hub/contracts'
import type { AccountRecord } from '../format/account.ts'
import { isSameDn } from '../format/distinguished-name.ts'
import type { Directory } from './settings.ts'

/**
 * The Hub does not lock itself out: what ends its own access to the directory is done elsewhere, by a person.
 * @throws ConflictError `ad.own_account`
 */
export function assertNotOwn({ bindDn, name }: Directory, { dn, account }: AccountRecord): void {
  const { login, userPrincipalName } = account
  const own = bindDn.slice(bindDn.indexOf('\\') + 1).toLowerCase()
  const names = [login, `${login}@${name}`, ...(userPrincipalName === null ? [] : [userPrincipalName])]
  if (!isSameDn(dn, bindDn) && names.every((known) => known.toLowerCase() !== own)) return
  throw new ConflictError('This is the account of the Hub itself: it is not changed from here', {
    reason: 'ad.own_account',
  })
}
