import type { Domain } from '../domain.ts'
import { alreadyExists, attributeProblem, invalidSyntax } from '../protocol/diagnostics.ts'
import { ResultCode } from '../protocol/ldap-error.ts'
import { type Entry, firstValue, hasClass } from '../tree/entry.ts'

const forbidden = /["/\\[\]:;|=,+*?<>]/
const maxUserLogin = 20

/**
 * Logon names are unique in the domain: 68 (00000524 for accounts, 00000526 for groups) for sAMAccountName,
 * 19 (000021C8) for userPrincipalName. A malformed sAMAccountName is 21.
 */
export function checkUniqueNames(domain: Domain, entry: Entry): void {
  const guid = firstValue(entry, 'objectGUID')
  const isOther = (candidate: Entry) => firstValue(candidate, 'objectGUID') !== guid
  const login = firstValue(entry, 'sAMAccountName')
  const isUser = hasClass(entry, 'user')
  const isTooLong = isUser && login.length > maxUserLogin
  if (isTooLong || forbidden.test(login) || login.endsWith('.')) throw invalidSyntax('sAMAccountName')
  const sameLogin = login === '' ? undefined : domain.tree.bySamAccountName(login)
  if (sameLogin && isOther(sameLogin)) throw alreadyExists(isUser ? '00000524' : '00000526')
  const upn = firstValue(entry, 'userPrincipalName').toLowerCase()
  if (upn === '') return
  const holder = domain.tree
    .all()
    .find((candidate) => firstValue(candidate, 'userPrincipalName').toLowerCase() === upn)
  if (holder && isOther(holder)) throw upnInUse()
}

function upnInUse(): Error {
  return attributeProblem({
    code: ResultCode.constraintViolation,
    win32: '000021C8',
    problem: '1005 (CONSTRAINT_ATT_TYPE)',
    attribute: 'userPrincipalName',
  })
}
