import { UpstreamError } from '@hub/contracts'
import { ConfigError } from '@hub/kernel'
import { type AccountCalls, accountCalls } from './account-calls.ts'
import { type GroupCalls, groupCalls } from './group-calls.ts'
import { readMinPasswordLength } from './password-policy.ts'
import { checkSettings, type Directory, type DirectorySettings } from './settings.ts'
import { type UserCalls, userCalls } from './user-calls.ts'
import { withConnection } from './with-connection.ts'

export interface DirectoryClient extends AccountCalls, GroupCalls, UserCalls {
  /**
   * Milliseconds that a bind and a read took, of the slowest domain.
   * @throws UpstreamError; with several domains it names each one that does not answer
   */
  ping(signal?: AbortSignal): Promise<number>
}

/**
 * Client of one or several Active Directory domains over LDAPS; each call has its own connection. The first domain
 * is the default one.
 * @throws ConfigError when a setting is wrong; nothing is called yet
 */
export function createDirectoryClient(settings: DirectorySettings | DirectorySettings[]): DirectoryClient {
  const directories = [settings].flat().map(checkSettings)
  assertOwnNames(directories)
  return {
    ...accountCalls(directories),
    ...groupCalls(directories),
    ...userCalls(directories),
    ping: (signal) => pingAll(directories, signal),
  }
}

function assertOwnNames(directories: Directory[]): void {
  const names = directories.map(({ name }) => name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw new ConfigError(`configuration: the domain ${twice} is there twice`)
}

async function pingAll(directories: Directory[], signal?: AbortSignal): Promise<number> {
  const startedAt = performance.now()
  const looks = await Promise.allSettled(
    directories.map((directory) =>
      withConnection(directory, (client) => readMinPasswordLength(directory, client), signal),
    ),
  )
  const failures = looks.flatMap((look) => (look.status === 'rejected' ? [look.reason] : []))
  if (failures.length === 0) return performance.now() - startedAt
  if (directories.length === 1) throw failures[0]
  const problems = failures.map((error) => (error instanceof Error ? error.message : 'did not answer'))
  const answering = directories.length - failures.length
  throw new UpstreamError(`${problems.join('; ')}; ${answering} of ${directories.length} domains answer`, {
    reason: 'ad.domains',
    params: { answering, domains: directories.length },
  })
}
