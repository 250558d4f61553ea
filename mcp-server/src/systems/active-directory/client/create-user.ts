import { AppError, ConflictError } from '@hub/contracts'
import { AlreadyExistsError, Attribute, type Client } from 'ldapts'
import type { AccountRecord } from '../format/account.ts'
import { accountControl } from '../format/account-control.ts'
import { directoryError } from './directory-error.ts'
import { findAccount, unseen } from './find-account.ts'
import type { UserPlan } from './plan-user.ts'
import { encodePassword } from './reset-password.ts'
import { writeControl } from './set-enabled.ts'
import type { Directory } from './settings.ts'
import { replaceWith } from './unlock-account.ts'

/**
 * Creates an account in three writes: disabled, then its password that must be changed, then enabled. Whatever
 * stops it between two of them, no enabled account without a password is left.
 * @throws ConflictError `ad.account_exists`, `ad.created_disabled` when the account is there but cannot be used
 */
export async function createUser(
  directory: Directory,
  client: Client,
  { plan, password }: { plan: UserPlan; password: string },
): Promise<AccountRecord> {
  await addDisabled(client, plan)
  try {
    const created = await findAccount(directory, client, plan.userPrincipalName)
    await client.modify(created.dn, [
      replaceWith('unicodePwd', encodePassword(password)),
      replaceWith('pwdLastSet', '0'),
    ])
    const { disabled, passwordNotRequired } = accountControl
    await writeControl(client, created, created.control & ~(disabled | passwordNotRequired))
    return await findAccount(directory, client, plan.userPrincipalName)
  } catch (error) {
    throw afterCreation(plan, directoryError(error, directory.system))
  }
}

async function addDisabled(client: Client, plan: UserPlan) {
  const { user, dn, login, userPrincipalName, displayName, clientName } = plan
  const values = {
    sAMAccountName: login,
    userPrincipalName,
    displayName,
    givenName: user.givenName,
    sn: user.surname,
    company: clientName,
    mail: user.mail,
    title: user.title,
    userAccountControl: String(accountControl.normal | accountControl.disabled),
  }
  try {
    await client.add(dn, [
      new Attribute({ type: 'objectClass', values: ['top', 'person', 'organizationalPerson', 'user'] }),
      ...Object.entries(values).flatMap(([type, value]) =>
        value === undefined ? [] : [new Attribute({ type, values: [value] })],
      ),
    ])
  } catch (error) {
    if (!(error instanceof AlreadyExistsError)) throw error
    throw new ConflictError(`Active Directory already has an account or object called ${login}`, {
      reason: 'ad.account_exists',
      params: { login },
    })
  }
}

/** The account is there: a refusal is told with what it leaves, a lost answer is left to be looked at. */
function afterCreation({ login }: UserPlan, cause: unknown): unknown {
  if (!(cause instanceof AppError) || cause.code === 'UPSTREAM_FAILED') return cause
  if (cause.code === 'NOT_FOUND') return unseen(login, cause)
  return new ConflictError(`Account ${login} was created but stays disabled: ${cause.message}`, {
    reason: 'ad.created_disabled',
    params: { login },
    cause,
  })
}
