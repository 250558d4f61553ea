import { AppError, NotFoundError } from '@hub/contracts'
import { ConfigError } from '@hub/kernel'
import type { AccountRecord } from '../format/account.ts'
import { foldName } from '../format/name-pattern.ts'
import { generatePassword } from '../generate-password.ts'
import { createUser } from './create-user.ts'
import { readNewPasswordLength } from './password-policy.ts'
import { type NewUser, planUser, type UserPlan } from './plan-user.ts'
import { searchUsers, type UserList, type UserQuery } from './search-users.ts'
import type { Directory } from './settings.ts'
import { readingConnection, withConnection } from './with-connection.ts'

export interface FoundUsers extends UserList {
  /** Domains that could not be asked. */
  unasked: string[]
}

export interface UserCalls {
  /** Every account that matches, in all domains, by name. @throws the failure itself when no domain answers */
  searchUsers(query: UserQuery, signal?: AbortSignal): Promise<FoundUsers>
  /** @throws ConflictError `ad.account_exists`; NotFoundError `ad.container_not_found`, `ad.domain_unknown` */
  planUser(user: NewUser, signal?: AbortSignal): Promise<UserPlan>
  makeFirstPassword(user: NewUser, signal?: AbortSignal): Promise<string>
  /** `check` looks at the plan at the last moment: what it throws stops everything before the first write. */
  createUser(
    creation: { user: NewUser; password: string; check: (plan: UserPlan) => void },
    signal?: AbortSignal,
  ): Promise<AccountRecord>
}

/** Searching people and adding new ones. */
export function userCalls(directories: readonly Directory[]): UserCalls {
  return {
    searchUsers: (query, signal) => searchAll(directories, query, signal),
    async planUser(user, signal) {
      const directory = domainFor(directories, user)
      return readingConnection(directory, (client) => planUser(directory, client, user), signal)
    },
    async makeFirstPassword(user, signal) {
      const directory = domainFor(directories, user)
      const minLength = await readingConnection(
        directory,
        (client) => readNewPasswordLength(directory, client),
        signal,
      )
      return generatePassword({ minLength, names: [user.login, user.givenName, user.surname] })
    },
    async createUser({ user, password, check }, signal) {
      const directory = domainFor(directories, user)
      return withConnection(
        directory,
        async (client) => {
          const plan = await planUser(directory, client, user)
          check(plan)
          return createUser(directory, client, { plan, password })
        },
        signal,
      )
    },
  }
}

/** The domain that the login names, else the one that holds the client, else the default one. */
function domainFor(directories: readonly Directory[], { login, client }: NewUser): Directory {
  const at = login.lastIndexOf('@')
  const domain = login.slice(at + 1).toLowerCase()
  const holder = directories.find(({ clients }) =>
    clients.some((name) => foldName(name) === foldName(client)),
  )
  const chosen = at < 0 ? (holder ?? directories[0]) : directories.find(({ name }) => name === domain)
  if (chosen !== undefined) return chosen
  if (at < 0) throw new ConfigError('configuration: there is no domain')
  throw new NotFoundError(`The Hub knows no domain ${domain}`, {
    reason: 'ad.domain_unknown',
    params: { domain },
  })
}

async function searchAll(
  directories: readonly Directory[],
  query: UserQuery,
  signal?: AbortSignal,
): Promise<FoundUsers> {
  const unasked: string[] = []
  const failures: AppError[] = []
  const lists = await Promise.all(
    directories.map(async (directory) => {
      try {
        return await readingConnection(directory, (client) => searchUsers(directory, client, query), signal)
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        unasked.push(directory.name)
        failures.push(error)
        return { users: [], complete: true }
      }
    }),
  )
  const [first] = failures
  if (first !== undefined && failures.length === directories.length) throw first
  const users = lists
    .flatMap((list) => list.users)
    .sort((a, b) => a.displayName.localeCompare(b.displayName, 'fr') || a.login.localeCompare(b.login))
  return { users, complete: lists.every((list) => list.complete), unasked }
}
