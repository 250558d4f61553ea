import { type Identity, identifyPerson } from '../identify/identify-person.ts'
import { searchTerms } from '../identify/search-terms.ts'
import type { SupportTicket } from '../ticket.ts'
import { findPeople } from './client-people.ts'
import type { Desk } from './desk.ts'
import { type AccountRef, readAccount } from './read-account.ts'

/** Whose account a ticket is about, and what the directory says of it. */
export interface Identified {
  identity: Identity
  /** Null when no single account was found. */
  account: (AccountRef & AccountState) | null
}

export interface AccountState {
  enabled: boolean
  locked: boolean
  privileged: boolean
  isVip: boolean
  passwordLastSetAt: string | null
}

/** Finds the person in the directory of the client. To be called inside a step. */
export async function identify(
  desk: Desk,
  { client, ticket }: { client: string | null; ticket: SupportTicket },
): Promise<Identified> {
  const { users, isComplete } = await findPeople(desk, client, searchTerms(ticket))
  const identity = identifyPerson(ticket, users)
  if (identity.kind !== 'one') return { identity, account: null }
  const found = users.filter(({ login }) => login === identity.login)
  const [only, ...others] = found
  // Two domains may have the same name, and a search that was cut short may have left out a namesake.
  if (!only || others.length > 0 || (!isComplete && identity.how === 'requester_name'))
    return { identity: { kind: 'several', logins: found.map(({ login }) => login) }, account: null }
  const ref = { guid: only.guid, login: `${only.login}@${only.domain}` }
  const { enabled, locked, privileged, vip, passwordLastSetAt } = await readAccount(desk, ref)
  return { identity, account: { ...ref, enabled, locked, privileged, isVip: vip, passwordLastSetAt } }
}
