import { ConflictError, NotFoundError } from '@hub/contracts'
import { AndFilter, type Client, DN, EqualityFilter, escapeFilter } from 'ldapts'
import { containerPath, domainOf } from '../format/distinguished-name.ts'
import { entryValues, required } from '../format/entry-values.ts'
import { printGuid } from '../format/identifiers.ts'
import { isServiceAccount } from './account-rules.ts'
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
  /** By the rules of the site, from its name and place. */
  isService: boolean
}

const maxCommonName = 64

/**
 * Where the account would be, and what it would be called. Nothing is written.
 * @throws ConflictError `ad.account_exists`, `ad.container_ambiguous`; NotFoundError `ad.container_not_found`
 */
export async function planUser(directory: Directory, client: Client, user: NewUser): Promise<UserPlan> {
  const login = user.login.replace(/@.*$/, '')
  const userPrincipalName = `${login}@${directory.name}`
  await assertFree(directory, client, { login, userPrincipalName, mail: user.mail })
  const place = await findContainer(directory, client, user.container ?? user.client)
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

async function findContainer(
  directory: Directory,
  client: Client,
  name: string,
): Promise<{ dn: string; guid: string }> {
  const { searchEntries } = await client.search(directory.baseDn, {
    scope: 'sub',
    filter: new AndFilter({
      filters: [
        new EqualityFilter({ attribute: 'objectClass', value: 'organizationalUnit' }),
        new EqualityFilter({ attribute: 'ou', value: name }),
      ],
    }),
    attributes: ['objectGUID'],
    explicitBufferAttributes: ['objectGUID'],
    paged: { pageSize: 100 },
  })
  const [unit, ...others] = searchEntries.map(entryValues)
  if (unit === undefined)
    throw new NotFoundError(`Active Directory has no organisational unit ${name} in ${directory.name}`, {
      reason: 'ad.container_not_found',
      params: { container: name, domain: directory.name },
    })
  if (others.length > 0) {
    const candidates = [unit, ...others].map(({ dn }) => containerPath(`CN=x,${dn}`)).join('; ')
    throw new ConflictError(`Several organisational units are called ${name}: ${candidates}`, {
      reason: 'ad.container_ambiguous',
      params: { container: name, candidates },
    })
  }
  return { dn: unit.dn, guid: printGuid(required(unit.bytes('objectGUID'), 'objectGUID')) }
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
