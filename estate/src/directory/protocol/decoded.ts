import { protocolError } from './diagnostics.ts'
import { LdapError } from './ldap-error.ts'

/** Run a decoder; whatever it throws that is not a refusal already becomes protocolError (2). */
export function decoded<T>(decode: () => T): T {
  try {
    return decode()
  } catch (error) {
    if (error instanceof LdapError) throw error
    throw protocolError(error instanceof Error ? error.message : 'The request cannot be decoded')
  }
}
