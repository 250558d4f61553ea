import type { AccountRecord } from '../format/account.ts'
import { generatePassword } from '../generate-password.ts'
import { findAccount } from './find-account.ts'
import { readMinPasswordLength } from './password-policy.ts'
import { isPasswordOf, type PasswordReset, type ResetAccount, resetPassword } from './reset-password.ts'
import { checkSettings, type DirectorySettings } from './settings.ts'
import { type UnlockedAccount, unlockAccount } from './unlock-account.ts'
import { readingConnection, withConnection } from './with-connection.ts'

export interface DirectoryClient {
  /** @throws NotFoundError `ad.user_not_found`, ConflictError `ad.ambiguous`, UpstreamError */
  find(login: string, signal?: AbortSignal): Promise<AccountRecord>
  unlock(login: string, signal?: AbortSignal): Promise<UnlockedAccount>
  resetPassword(reset: PasswordReset, signal?: AbortSignal): Promise<ResetAccount>
  /** Is this the password of the account? One logon: a wrong one counts towards the lockout. */
  hasPassword(login: string, password: string, signal?: AbortSignal): Promise<boolean>
  /** A new password that fits the domain and the person; nothing is written. */
  makePassword(login: string, signal?: AbortSignal): Promise<string>
  /** Milliseconds that a bind and a read took. @throws UpstreamError */
  ping(signal?: AbortSignal): Promise<number>
}

/**
 * Client of Active Directory over LDAPS; each call has its own connection.
 * @throws ConfigError when a setting is wrong; nothing is called yet
 */
export function createDirectoryClient(settings: DirectorySettings): DirectoryClient {
  const directory = checkSettings(settings)
  return {
    find: (login, signal) =>
      readingConnection(directory, (client) => findAccount(directory, client, login), signal),
    unlock: (login, signal) =>
      withConnection(directory, (client) => unlockAccount(directory, client, login), signal),
    resetPassword: (reset, signal) => resetPassword(directory, reset, signal),
    async hasPassword(login, password, signal) {
      const { dn } = await readingConnection(
        directory,
        (client) => findAccount(directory, client, login),
        signal,
      )
      return isPasswordOf(directory, dn, password)
    },
    makePassword: (login, signal) =>
      readingConnection(
        directory,
        async (client) => {
          const { nameParts } = await findAccount(directory, client, login)
          const minLength = await readMinPasswordLength(directory, client)
          return generatePassword({ minLength, names: nameParts })
        },
        signal,
      ),
    async ping(signal) {
      const startedAt = performance.now()
      await withConnection(directory, (client) => readMinPasswordLength(directory, client), signal)
      return performance.now() - startedAt
    },
  }
}
