import { ConflictError } from '@hub/contracts'
import { type Client, ResultCodeError } from 'ldapts'
import type { AccountRecord } from '../format/account.ts'
import { directoryError, isAnswerLost } from './directory-error.ts'
import { type AccountRef, findAccount, readAgain } from './find-account.ts'
import { assertNotOwn } from './own-account.ts'
import type { Directory } from './settings.ts'
import { replaceWith } from './unlock-account.ts'
import { closeClient, openClient, withConnection } from './with-connection.ts'

export interface PasswordReset {
  account: AccountRef
  password: string
  mustChangeAtNextLogon: boolean
  unlock: boolean
}

export interface ResetAccount {
  after: AccountRecord
  /** False also when it was asked for but has no effect on this account. */
  mustChangeAtNextLogon: boolean
}

/**
 * Sets a new password in one modify with the rest (all or nothing), and reads the account back.
 * When the answer is lost, a logon with the new password tells whether it was set.
 * @throws ConflictError `ad.password_policy`, `ad.own_account`, ForbiddenError `ad.rights`; UpstreamError `ad.unseen` once it is set
 */
export async function resetPassword(
  directory: Directory,
  reset: PasswordReset,
  signal?: AbortSignal,
): Promise<ResetAccount> {
  if (reset.password === '')
    throw new ConflictError('A password cannot be empty', { reason: 'ad.password_policy' })
  const before = await withConnection(
    directory,
    (client) => findAccount(directory, client, reset.account),
    signal,
  )
  assertNotOwn(directory, before)
  const mustChangeAtNextLogon = reset.mustChangeAtNextLogon && !before.ignoresMustChange
  const changes = [
    replaceWith('unicodePwd', encodePassword(reset.password)),
    ...(mustChangeAtNextLogon ? [replaceWith('pwdLastSet', '0')] : []),
    ...(reset.unlock ? [replaceWith('lockoutTime', '0')] : []),
  ]
  const write = (client: Client) => client.modify(before.dn, changes)
  try {
    await withConnection(directory, write, signal)
  } catch (error) {
    if (!isAnswerLost(error) || !(await isPasswordOf(directory, before.dn, reset.password))) throw error
  }
  const after = await withConnection(directory, (client) => readAgain(directory, client, before), signal)
  return { after, mustChangeAtNextLogon }
}

/** The quotes belong to the value (protocol section 4). */
export function encodePassword(password: string): Buffer {
  return Buffer.from(`"${password}"`, 'utf16le')
}

/** One logon, never more: wrong ones lock the account. "Must change" and "expired" prove the password too. */
export async function isPasswordOf(directory: Directory, dn: string, password: string): Promise<boolean> {
  const client = openClient(directory)
  try {
    await client.bind(dn, password)
    return true
  } catch (error) {
    if (error instanceof ResultCodeError) return error.code === 49 && /data (773|532)\b/i.test(error.message)
    throw directoryError(error, directory.system)
  } finally {
    await closeClient(directory, client)
  }
}
