import { type Domain, serviceLogin } from './domain.ts'
import { bindRequired, insufficientAccess } from './protocol/diagnostics.ts'
import { type Entry, firstValue } from './tree/entry.ts'

/** What one connection knows: who is bound (objectGUID, hex) and the searches it still pages through. */
export interface Session {
  domain: Domain
  boundGuid: string | undefined
  /** Names still to send, by page cookie (hex). */
  pages: Map<string, string[]>
}

/** The entry bound on this connection. Throws operationsError (1, 000004DC) when it is anonymous. */
export function requireBound(session: Session): Entry {
  const entry = session.boundGuid === undefined ? undefined : session.domain.tree.byGuid(session.boundGuid)
  if (!entry) throw bindRequired()
  return entry
}

/** Throws unless the Hub's service account is bound: 1 for anonymous, insufficientAccessRights (50) for others. */
export function requireWriter(session: Session): void {
  const login = firstValue(requireBound(session), 'sAMAccountName')
  if (login.toLowerCase() !== serviceLogin) throw insufficientAccess()
}
