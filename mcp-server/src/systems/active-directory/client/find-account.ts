import { ConflictError, NotFoundError, UpstreamError } from '@hub/contracts'
import { type Client, escapeFilter } from 'ldapts'
import { type AccountRecord, accountAttributes, formatAccount, primaryGroupSid } from '../format/account.ts'
import { type EntryValues, entryValues } from '../format/entry-values.ts'
import { isServiceAccount, isVip } from './account-rules.ts'
import { directoryError } from './directory-error.ts'
import { readGroupsAbove } from './groups-above.ts'
import type { Directory } from './settings.ts'

/**
 * An account by what people call it; with `guid`, only if it is still that very account; with `domain`, only in
 * the domain of that DNS name.
 */
export type AccountRef = string | { login: string; guid: string; domain?: string | undefined }

/** Most accounts that are named when several match. */
const maxCandidates = 6

/** The name an account is looked for, whatever else is known of it. */
export function loginOf(ref: AccountRef): string {
  return typeof ref === 'string' ? ref : ref.login
}

/**
 * The one account with that logon name, user principal name or mail. `login@domain.dns` also finds the logon name.
 * @throws NotFoundError `ad.user_not_found`; ConflictError `ad.ambiguous` when several match: never a guess;
 *   ConflictError `ad.target_changed` when the name now belongs to another account
 */
export async function findAccount(
  directory: Directory,
  client: Client,
  ref: AccountRef,
): Promise<AccountRecord> {
  const login = loginOf(ref)
  const { searchEntries } = await client.search(directory.baseDn, {
    scope: 'sub',
    filter: accountFilter(login, directory.name),
    attributes: accountAttributes,
    explicitBufferAttributes: ['objectGUID', 'objectSid'],
    sizeLimit: maxCandidates,
  })
  const [entry, other] = searchEntries
  if (entry === undefined) throw accountNotFound(login)
  if (other !== undefined) throw ambiguous(login, searchEntries.map(entryValues).map(candidate))
  const record = await toRecord(directory, client, entryValues(entry))
  if (typeof ref === 'object' && record.account.guid !== ref.guid) throw targetChanged(login)
  return record
}

/** Every way to name one account, as a filter of RFC 4515; nothing in `login` can leave its value. */
export function accountFilter(login: string, domain: string): string {
  const at = login.lastIndexOf('@')
  const isOfDomain = at > 0 && login.slice(at + 1).toLowerCase() === domain
  const name = isOfDomain ? login.slice(0, at) : login
  return escapeFilter`(&(objectCategory=person)(objectClass=user)(|(sAMAccountName=${name})(userPrincipalName=${login})(mail=${login})))`
}

/**
 * The same account again after a change, by its immutable identity.
 * @throws UpstreamError `ad.unseen`: the change was made, so not seeing it is not a refusal
 */
export async function readAgain(
  directory: Directory,
  client: Client,
  before: AccountRecord,
): Promise<AccountRecord> {
  try {
    const { searchEntries } = await client.search(`<GUID=${before.account.guid}>`, {
      scope: 'base',
      filter: '(objectClass=user)',
      attributes: accountAttributes,
      explicitBufferAttributes: ['objectGUID', 'objectSid'],
    })
    const [entry] = searchEntries
    if (entry === undefined) throw accountNotFound(before.account.login)
    return await toRecord(directory, client, entryValues(entry))
  } catch (error) {
    throw unseen(before.account.login, directoryError(error, directory.system))
  }
}

async function toRecord(directory: Directory, client: Client, entry: EntryValues): Promise<AccountRecord> {
  const { rules } = directory
  const login = entry.text('sAMAccountName') ?? ''
  const isKnown = entry.integer('adminCount') === 1 || isServiceAccount({ dn: entry.dn, login }, rules)
  const privileged = isKnown || (await hasPrivilege(directory, client, entry))
  return formatAccount(entry, { privileged, isVip: isVip(entry, rules) })
}

async function hasPrivilege(directory: Directory, client: Client, entry: EntryValues): Promise<boolean> {
  const below = { dn: entry.dn, primarySid: primaryGroupSid(entry) }
  return (await readGroupsAbove(directory, client, below)).privileged.size > 0
}

/** How a person tells homonyms apart; the first word is a name that finds this very account. */
function candidate(entry: EntryValues): string {
  const { account } = formatAccount(entry, { privileged: false, isVip: false })
  return accountLabel(account)
}

export function accountLabel(account: AccountRecord['account']): string {
  const { login, domain, displayName, company, container } = account
  return `${login}@${domain} (${displayName}, ${company ?? container})`
}

export function accountNotFound(login: string): NotFoundError {
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

/** @param labels the accounts that match, as `accountLabel` writes them */
export function ambiguous(login: string, labels: string[]): ConflictError {
  const candidates = labels.join('; ')
  return new ConflictError(`Several accounts match ${login}: ${candidates}`, {
    reason: 'ad.ambiguous',
    params: { login, candidates },
  })
}

/** After a write: the account is not seen any more, which says nothing about the write. */
export function unseen(login: string, cause: unknown): UpstreamError {
  return new UpstreamError(`The change was sent, but account ${login} could not be read after it`, {
    reason: 'ad.unseen',
    params: { login },
    cause,
  })
}
