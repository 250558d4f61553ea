import { Attribute, Change, type Client } from 'ldapts'
import type { AccountRecord } from '../format/account.ts'
import { type AccountRef, findAccount, readAgain } from './find-account.ts'
import type { Directory } from './settings.ts'

export interface UnlockedAccount {
  wasLocked: boolean
  after: AccountRecord
}

/**
 * Ends the lockout of an account and reads it back. An account that is not locked is left alone.
 * There is no way back: a client may only write 0 into lockoutTime (protocol section 4).
 */
export async function unlockAccount(
  directory: Directory,
  client: Client,
  ref: AccountRef,
): Promise<UnlockedAccount> {
  const before = await findAccount(directory, client, ref)
  if (!before.account.locked) return { wasLocked: false, after: before }
  await client.modify(before.dn, replaceWith('lockoutTime', '0'))
  return { wasLocked: true, after: await readAgain(directory, client, before) }
}

/** A change that replaces every value of an attribute by one. */
export function replaceWith(type: string, value: string | Buffer): Change {
  const modification = new Attribute({ type, values: [value] as string[] | Buffer[] })
  return new Change({ operation: 'replace', modification })
}
