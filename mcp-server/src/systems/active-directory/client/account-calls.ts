import { AppError } from '@hub/contracts'
import type { AccountRecord } from '../format/account.ts'
import { generatePassword } from '../generate-password.ts'
import { type AccountRef, findAccount } from './find-account.ts'
import { type Located, locateForChange, locateForReading } from './locate-account.ts'
import { readAccountPasswordLength } from './password-policy.ts'
import { isPasswordOf, type PasswordReset, type ResetAccount, resetPassword } from './reset-password.ts'
import { type EnabledAccount, setEnabled } from './set-enabled.ts'
import type { Directory } from './settings.ts'
import { type UnlockedAccount, unlockAccount } from './unlock-account.ts'
import { readingConnection, withConnection } from './with-connection.ts'

export interface AccountCalls {
  /**
   * The account that a change is to be made on.
   * @throws NotFoundError `ad.user_not_found`, ConflictError `ad.ambiguous` or `ad.target_changed`,
   *   UpstreamError, also `ad.domain_unreachable`
   */
  find(account: AccountRef, signal?: AbortSignal): Promise<AccountRecord>
  /** The same for a mere look: domains that do not answer are named beside it. */
  look(account: AccountRef, signal?: AbortSignal): Promise<Omit<Located, 'directory'>>
  /** The same, or null when every domain that may hold it says that there is none. */
  findCreated(account: AccountRef, signal?: AbortSignal): Promise<AccountRecord | null>
  unlock(account: AccountRef, signal?: AbortSignal): Promise<UnlockedAccount>
  setEnabled(
    change: { account: AccountRef; isEnabled: boolean },
    signal?: AbortSignal,
  ): Promise<EnabledAccount>
  resetPassword(reset: PasswordReset, signal?: AbortSignal): Promise<ResetAccount>
  /** Is this the password of the account? One logon: a wrong one counts towards the lockout. */
  hasPassword(account: AccountRef, password: string, signal?: AbortSignal): Promise<boolean>
  /** A new password that fits the domain and the person; nothing is written. */
  makePassword(account: AccountRef, signal?: AbortSignal): Promise<string>
}

/** What can be done with one account, wherever it lives. */
export function accountCalls(directories: readonly Directory[]): AccountCalls {
  const home = (account: AccountRef, signal?: AbortSignal) => locateForChange(directories, account, signal)
  return {
    find: async (account, signal) => (await home(account, signal)).record,
    async findCreated(account, signal) {
      try {
        return (await home(account, signal)).record
      } catch (error) {
        if (error instanceof AppError && error.reason === 'ad.user_not_found') return null
        throw error
      }
    },
    async look(account, signal) {
      const { record, unasked } = await locateForReading(directories, account, signal)
      return { record, unasked }
    },
    async unlock(account, signal) {
      const { directory } = await home(account, signal)
      return withConnection(directory, (client) => unlockAccount(directory, client, account), signal)
    },
    async setEnabled(change, signal) {
      const { directory } = await home(change.account, signal)
      return withConnection(directory, (client) => setEnabled(directory, client, change), signal)
    },
    async resetPassword(reset, signal) {
      const { directory } = await home(reset.account, signal)
      return resetPassword(directory, reset, signal)
    },
    async hasPassword(account, password, signal) {
      const { directory, record } = await home(account, signal)
      return isPasswordOf(directory, record.dn, password)
    },
    async makePassword(account, signal) {
      const { directory } = await home(account, signal)
      return readingConnection(
        directory,
        async (client) => {
          const record = await findAccount(directory, client, account)
          const minLength = await readAccountPasswordLength(directory, client, record)
          return generatePassword({ minLength, names: record.nameParts })
        },
        signal,
      )
    },
  }
}
