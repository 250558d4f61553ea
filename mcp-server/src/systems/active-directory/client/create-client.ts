import type { AccountRecord } from '../format/account.ts'
import { generatePassword } from '../generate-password.ts'
import { type AccountRef, findAccount } from './find-account.ts'
import { readMinPasswordLength } from './password-policy.ts'
import { isPasswordOf, type PasswordReset, type ResetAccount, resetPassword } from './reset-password.ts'
import { checkSettings, type DirectorySettings } from './settings.ts'
import { type UnlockedAccount, unlockAccount } from './unlock-account.ts'
import { readingConnection, withConnection } from './with-connection.ts'

export interface DirectoryClient {
  /** @throws NotFoundError `ad.user_not_found`, ConflictError `ad.ambiguous` or `ad.target_changed`, UpstreamError */
  find(account: AccountRef, signal?: AbortSignal): Promise<AccountRecord>
  unlock(account: AccountRef, signal?: AbortSignal): Promise<UnlockedAccount>
  resetPassword(reset: PasswordReset, signal?: AbortSignal): Promise<ResetAccount>
  /** Is this the password of the account? One logon: a wrong one counts towards the lockout. */
  hasPassword(account: AccountRef, password: string, signal?: AbortSignal): Promise<boolean>
  /** A new password that fits the domain and the person; nothing is written. */
  makePassword(account: AccountRef, signal?: AbortSignal): Promise<string>
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
    find: (account, signal) =>
      readingConnection(directory, (client) => findAccount(directory, client, account), signal),
    unlock: (account, signal) =>
      withConnection(directory, (client) => unlockAccount(directory, client, account), signal),
    resetPassword: (reset, signal) => resetPassword(directory, reset, signal),
    async hasPassword(account, password, signal) {
      const { dn } = await readingConnection(
        directory,
        (client) => findAccount(directory, client, account),
        signal,
      )
      return isPasswordOf(directory, dn, password)
    },
    makePassword: (account, signal) =>
      readingConnection(
        directory,
        async (client) => {
          const { nameParts } = await findAccount(directory, client, account)
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
