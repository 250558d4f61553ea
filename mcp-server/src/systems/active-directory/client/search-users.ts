import type { FoundUser, userStates } from '@hub/contracts'
import {
  AndFilter,
  type Client,
  EqualityFilter,
  ExtensibleFilter,
  type Filter,
  GreaterThanEqualsFilter,
  OrFilter,
  SubstringFilter,
} from 'ldapts'
import { isLocked } from '../format/account.ts'
import { accountControl, hasBit } from '../format/account-control.ts'
import { commonName, containerPath, domainName } from '../format/distinguished-name.ts'
import { type EntryValues, entryValues, required } from '../format/entry-values.ts'
import { printGuid } from '../format/identifiers.ts'
import { foldName, nameWords, plainPieces } from '../format/name-pattern.ts'
import type { Directory } from './settings.ts'

export interface UserQuery {
  query?: string | undefined
  client?: string | undefined
  state: (typeof userStates)[number]
}

export interface UserList {
  users: FoundUser[]
  complete: boolean
}

const pageSize = 500
/** Most entries that one search reads: beyond it the answer says that it is not complete. */
const maxRead = 20_000
const allBits = '1.2.840.113556.1.4.803'
const nameAttributes = ['displayName', 'sAMAccountName', 'givenName', 'sn', 'mail', 'userPrincipalName', 'cn']
const attributes = [
  ...nameAttributes,
  'objectGUID',
  'title',
  'company',
  'userAccountControl',
  'msDS-User-Account-Control-Computed',
  'lockoutTime',
]

/**
 * Accounts of people that match, page by page (RFC 2696). The server narrows by what is sure, the rest is compared
 * here: domains differ in whether "e" finds "é".
 */
export async function searchUsers(directory: Directory, client: Client, query: UserQuery): Promise<UserList> {
  const users: FoundUser[] = []
  const fits = matcher(directory, query)
  let read = 0
  const pages = client.searchPaginated(directory.baseDn, {
    scope: 'sub',
    filter: userFilter(query),
    attributes,
    explicitBufferAttributes: ['objectGUID'],
    paged: { pageSize },
  })
  for await (const { searchEntries } of pages) {
    const entries = searchEntries.map(entryValues)
    users.push(...entries.filter((entry) => fits(entry)).map(foundUser))
    read += entries.length
    if (read >= maxRead) return { users, complete: false }
  }
  return { users, complete: true }
}

/** What the server can decide: pieces of each word in one of the names, and the state. */
function userFilter({ query = '', state }: UserQuery): Filter {
  return new AndFilter({
    filters: [
      new EqualityFilter({ attribute: 'objectCategory', value: 'person' }),
      new EqualityFilter({ attribute: 'objectClass', value: 'user' }),
      ...nameWords(query).flatMap(wordFilter),
      ...stateFilter(state),
    ],
  })
}

function wordFilter(word: string): Filter[] {
  const any = plainPieces(word)
  if (any.length === 0) return []
  return [
    new OrFilter({ filters: nameAttributes.map((attribute) => new SubstringFilter({ attribute, any })) }),
  ]
}

function stateFilter(state: UserQuery['state']): Filter[] {
  if (state === 'locked') return [new GreaterThanEqualsFilter({ attribute: 'lockoutTime', value: '1' })]
  if (state === 'any') return []
  const value = String(accountControl.disabled)
  return [
    new ExtensibleFilter({ matchType: 'userAccountControl', rule: allBits, value, dnAttributes: false }),
  ]
}

function matcher(directory: Directory, { query = '', client = '', state }: UserQuery) {
  const words = nameWords(query)
  const wanted = foldName(client)
  const isWholeDomain = directory.clients.some((name) => foldName(name).includes(wanted))
  return (entry: EntryValues): boolean => {
    const names = nameAttributes.map((attribute) => foldName(entry.text(attribute) ?? ''))
    if (!words.every((word) => names.some((name) => name.includes(word)))) return false
    if (state === 'locked' && !isLocked(entry)) return false
    if (isWholeDomain) return true
    return [entry.text('company') ?? '', containerPath(entry.dn)].some((place) =>
      foldName(place).includes(wanted),
    )
  }
}

function foundUser(entry: EntryValues): FoundUser {
  const login = required(entry.text('sAMAccountName'), 'sAMAccountName')
  const control = required(entry.integer('userAccountControl'), 'userAccountControl')
  return {
    guid: printGuid(required(entry.bytes('objectGUID'), 'objectGUID')),
    login,
    domain: domainName(entry.dn),
    displayName: entry.text('displayName') ?? commonName(entry.dn),
    mail: entry.text('mail'),
    title: entry.text('title'),
    company: entry.text('company'),
    container: containerPath(entry.dn),
    enabled: !hasBit(control, accountControl.disabled),
    locked: isLocked(entry),
  }
}
