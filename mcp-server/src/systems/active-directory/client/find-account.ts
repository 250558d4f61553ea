import { ConflictError, NotFoundError } from '@hub/contracts'
import { type Client, escapeFilter } from 'ldapts'
import { type AccountRecord, accountAttributes, formatAccount } from '../format/account.ts'
import { type EntryValues, entryValues } from '../format/entry-values.ts'
import { isServiceAccount, isVip } from './account-rules.ts'
import { isAdministrator } from './is-administrator.ts'
import type { Directory } from './settings.ts'

/** An account by what people call it; with `guid`, only if it is still that very account. */
export type AccountRef = string | { login: string; guid: string }

/**
 * The one account with that logon name, user principal name or mail.
 * @throws NotFoundError `ad.user_not_found`; ConflictError `ad.ambiguous` when several match: never a guess;
 *   ConflictError `ad.target_changed` when the name now belongs to another account
 */
export async function findAccount(
  directory: Directory,
  client: Client,
  ref: AccountRef,
): Promise<AccountRecord> {
  const { login, guid } = typeof ref === 'string' ? { login: ref, guid: undefined } : ref
  const { searchEntries } = await client.search(directory.baseDn, {
    scope: 'sub',
    filter: escapeFilter`(&(objectCategory=person)(objectClass=user)(|(sAMAccountName=${login})(userPrincipalName=${login})(mail=${login})))`,
    attributes: accountAttributes,
    explicitBufferAttributes: ['objectGUID', 'objectSid'],
    sizeLimit: 2,
  })
  const [entry, other] = searchEntries
  if (entry === undefined) throw notFound(login)
  if (other !== undefined) throw ambiguous(login)
  const record = await toRecord(directory, client, entryValues(entry))
  if (guid !== undefined && record.account.guid !== guid) throw targetChanged(login)
  return record
}

/** The same account again by its DN, after a change. */
export async function readAccount(directory: Directory, client: Client, dn: string): Promise<AccountRecord> {
  const { searchEntries } = await client.search(dn, {
    scope: 'base',
    filter: '(objectClass=user)',
    attributes: accountAttributes,
    explicitBufferAttributes: ['objectGUID', 'objectSid'],
  })
  const [entry] = searchEntries
  if (entry === undefined) throw notFound(dn)
  return toRecord(directory, client, entryValues(entry))
}

async function toRecord(directory: Directory, client: Client, entry: EntryValues): Promise<AccountRecord> {
  const { rules } = directory
  const isKnown = entry.integer('adminCount') === 1 || isServiceAccount(entry, rules)
  const privileged = isKnown || (await isAdministrator(directory, client, entry))
  return formatAccount(entry, { privileged, isVip: isVip(entry, rules) })
}

function notFound(login: string): NotFoundError {
  return new NotFoundError(`Active Directory has no account ${login}`, {
    reason: 'ad.user_not_found',
    params: { login },
  })
}

function targetChanged(login: string): ConflictError {
  return new ConflictError(`${login} is another account than before; nothing was changed`, {
    reason: 'ad.target_changed',
    params: { login },
  })
}

function ambiguous(login: string): ConflictError {
  return new ConflictError(`Several accounts match ${login}: use the exact account name`, {
    reason: 'ad.ambiguous',
    params: { login },
  })
}
