import { ConflictError } from '@hub/contracts'
import { type Client, DN, EqualityFilter, escapeFilter } from 'ldapts'
import { containerPath, domainOf } from '../format/distinguished-name.ts'
import { entryValues } from '../format/entry-values.ts'
import { isServiceAccount } from './account-rules.ts'
import { findUnit } from './find-unit.ts'
import type { Directory } from './settings.ts'

/** A person who is to have an account. `login` may name the domain. */
export interface NewUser {
  login: string
  givenName: string
  surname: string
  client: string
  container?: string | undefined
  mail?: string | undefined
  title?: string | undefined
}

export interface UserPlan {
  user: NewUser
  /** The account name without a domain. */
  login: string
  userPrincipalName: string
  displayName: string
  dn: string
  domain: string
  container: string
  containerGuid: string
  /** Whose unit that is; never what the caller calls it. */
  clientName: string
  /** By the rules of the site, from its name and place. */
  isService: boolean
}

const maxCommonName = 64

/**
 * Where the account would be, and what it would be called. Nothing is written.
 * @throws ConflictError `ad.account_exists`, `ad.container_ambiguous`, `ad.container_elsewhere`; NotFoundError `ad.container_not_found`
 */
export async function planUser(directory: Directory, client: Client, user: NewUser): Promise<UserPlan> {
  const login = user.login.replace(/@.*$/, '')
  const userPrincipalName = `${login}@${directory.name}`
  await assertFree(directory, client, { login, userPrincipalName, mail: user.mail })
  const place = await findUnit(directory, client, user)
  const displayName = `${user.givenName} ${user.surname}`
  const dn = await freeName(client, { displayName, login, place: place.dn })
  return {
    user,
    login,
    userPrincipalName,
    displayName,
    dn,
    domain: directory.name,
    container: containerPath(dn),
    containerGuid: place.guid,
    clientName: place.clientName,
    isService: isServiceAccount({ dn, login }, directory.rules),
  }
}

/** Names are unique in the whole domain, over people, groups and machines; a mail address leads to one person. */
async function assertFree(
  directory: Directory,
  client: Client,
  names: { login: string; userPrincipalName: string; mail: string | undefined },
): Promise<void> {
  const mail = names.mail ?? names.userPrincipalName
  const { searchEntries } = await client.search(domainOf(directory.baseDn), {
    scope: 'sub',
    filter: escapeFilter`(|(sAMAccountName=${names.login})(userPrincipalName=${names.userPrincipalName})(mail=${mail}))`,
    attributes: ['sAMAccountName'],
    sizeLimit: 1,
  })
  const [taken] = searchEntries.map(entryValues)
  if (taken === undefined) return
  const login = taken.text('sAMAccountName') ?? taken.dn
  throw new ConflictError(`The account name or mail is already that of ${login} in Active Directory`, {
    reason: 'ad.account_exists',
    params: { login },
  })
}

/** Homonyms of one unit differ by their account name. */
async function freeName(
  client: Client,
  { displayName, login, place }: { displayName: string; login: string; place: string },
): Promise<string> {
  const plain = displayName.slice(0, maxCommonName).trim()
  const { searchEntries } = await client.search(place, {
    scope: 'one',
    filter: new EqualityFilter({ attribute: 'cn', value: plain }),
    attributes: ['cn'],
  })
  const room = maxCommonName - login.length - 3
  const name = searchEntries.length === 0 ? plain : `${displayName.slice(0, room).trim()} (${login})`
  return `${new DN().addPairRDN('CN', name).toString()},${place}`
}
