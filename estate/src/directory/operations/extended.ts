import { type BerReader, ExtendedRequest } from 'ldapts'
import { decoded } from '../protocol/decoded.ts'
import { protocolError } from '../protocol/diagnostics.ts'
import { LdapError, ResultCode } from '../protocol/ldap-error.ts'
import type { Session } from '../session.ts'
import { firstValue } from '../tree/entry.ts'

const whoAmI = '1.3.6.1.4.1.4203.1.11.3'
const startTls = '1.3.6.1.4.1.1466.20037'

/**
 * Extended operations: "who am I" (RFC 4532) answers `u:DOMAIN\login`, empty for anonymous; StartTLS is refused
 * because the connection is encrypted already. Throws protocolError (2) for any other one.
 */
export function extended(session: Session, body: BerReader): { value: string } {
  const request = new ExtendedRequest({ messageId: 0 })
  decoded(() => request.parse(body, []))
  if (request.oid === startTls) {
    throw new LdapError({
      code: ResultCode.operationsError,
      diagnostic: '00000000: LdapErr: DSID-0C091253, comment: TLS or SSL already in effect, data 0, v4563',
    })
  }
  if (request.oid !== whoAmI) throw protocolError('Unknown extended request OID')
  const entry = session.boundGuid === undefined ? undefined : session.domain.tree.byGuid(session.boundGuid)
  return { value: entry ? `u:${session.domain.names.netbios}\\${firstValue(entry, 'sAMAccountName')}` : '' }
}
