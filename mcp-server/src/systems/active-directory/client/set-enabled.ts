import { ConflictError } from '@hub/contracts'
import { Attribute, Change, type Client, ResultCodeError } from 'ldapts'
import type { AccountRecord } from '../format/account.ts'
import { accountControl } from '../format/account-control.ts'
import { type AccountRef, findAccount, readAgain } from './find-account.ts'
import { assertNotOwn } from './own-account.ts'
import type { Directory } from './settings.ts'

export interface EnabledAccount {
  changed: boolean
  after: AccountRecord
}

/**
 * Enables or disables an account and reads it back; one that is already so is left alone.
 * @throws ConflictError `ad.password_needed`, `ad.own_account`, `ad.changed_meanwhile`
 */
export async function setEnabled(
  directory: Directory,
  client: Client,
  { account, isEnabled }: { account: AccountRef; isEnabled: boolean },
): Promise<EnabledAccount> {
  const before = await findAccount(directory, client, account)
  if (before.account.enabled === isEnabled) return { changed: false, after: before }
  if (!isEnabled) assertNotOwn(directory, before)
  const { disabled } = accountControl
  await writeControl(client, before, isEnabled ? before.control & ~disabled : before.control | disabled)
  return { changed: true, after: await readAgain(directory, client, before) }
}

/** The value that was read is taken out and the new one put in, which fails where it is another by now. */
export async function writeControl(
  client: Client,
  { dn, control, account }: AccountRecord,
  wanted: number,
): Promise<void> {
  try {
    await client.modify(dn, [
      new Change({ operation: 'delete', modification: controlValue(control) }),
      new Change({ operation: 'add', modification: controlValue(wanted) }),
    ])
  } catch (error) {
    if (!(error instanceof ResultCodeError)) throw error
    if (/0000052D/i.test(error.message)) throw passwordNeeded(account.login)
    if (error.code === 16) throw changedMeanwhile(account.login)
    throw error
  }
}

const controlValue = (value: number) => new Attribute({ type: 'userAccountControl', values: [String(value)] })

function passwordNeeded(login: string): ConflictError {
  return new ConflictError(`Account ${login} has no password that fits the policy: reset it first`, {
    reason: 'ad.password_needed',
    params: { login },
  })
}

function changedMeanwhile(login: string): ConflictError {
  return new ConflictError(`Account ${login} was changed by somebody else meanwhile; nothing was changed`, {
    reason: 'ad.changed_meanwhile',
    params: { login },
  })
}
