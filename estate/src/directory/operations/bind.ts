import type { BerReader } from 'ldapts'
import type { Domain } from '../domain.ts'
import { decoded } from '../protocol/decoded.ts'
import { logonFailure, protocolError } from '../protocol/diagnostics.ts'
import { LdapError, ResultCode } from '../protocol/ldap-error.ts'
import type { Session } from '../session.ts'
import { type Entry, firstValue } from '../tree/entry.ts'
import { logon } from './logon.ts'

const simpleAuthentication = 0x80

interface BindParameters {
  name: string
  password: string
}

function readBind(body: BerReader): BindParameters {
  const version = body.readInt()
  const name = body.readString() ?? ''
  if (version !== 3) throw protocolError('Only LDAP version 3 is spoken here')
  if (body.peek() !== simpleAuthentication) {
    throw new LdapError({
      code: ResultCode.authMethodNotSupported,
      diagnostic: '00002027: LdapErr: DSID-0C090548, comment: Invalid Authentication method, data 0, v4563',
    })
  }
  return { name, password: body.readString(simpleAuthentication) ?? '' }
}

/**
 * Simple bind by UPN, `DOMAIN\login` or DN (MS-ADTS 5.1.1.1.1). An empty password succeeds as anonymous, as on
 * a real domain controller. Throws invalidCredentials (49); a failed bind leaves the connection anonymous.
 */
export async function bind(session: Session, body: BerReader): Promise<void> {
  session.boundGuid = undefined
  session.pages.clear()
  const { name, password } = decoded(() => readBind(body))
  if (password === '') return
  const entry = findByLogonName(session.domain, name)
  if (!entry) throw logonFailure('52e')
  const guid = firstValue(entry, 'objectGUID')
  await logon(session.domain, { guid, password })
  session.boundGuid = guid
}

function findByLogonName(domain: Domain, name: string): Entry | undefined {
  const slash = name.indexOf('\\')
  if (slash > 0 && !name.includes('=')) {
    const realm = name.slice(0, slash).toLowerCase()
    const isOurs = realm === domain.names.netbios.toLowerCase() || realm === domain.names.dns
    return isOurs ? domain.tree.bySamAccountName(name.slice(slash + 1)) : undefined
  }
  if (name.includes('=')) return findByDn(domain, name)
  return name.includes('@') ? findByUpn(domain, name) : undefined
}

function findByDn(domain: Domain, name: string): Entry | undefined {
  try {
    return domain.tree.get(name)
  } catch (error) {
    if (error instanceof LdapError) return undefined
    throw error
  }
}

function findByUpn(domain: Domain, name: string): Entry | undefined {
  const wanted = name.toLowerCase()
  const byAttribute = domain.tree
    .all()
    .find((entry) => firstValue(entry, 'userPrincipalName').toLowerCase() === wanted)
  if (byAttribute || !wanted.endsWith(`@${domain.names.dns}`)) return byAttribute
  return domain.tree.bySamAccountName(wanted.slice(0, wanted.lastIndexOf('@')))
}
