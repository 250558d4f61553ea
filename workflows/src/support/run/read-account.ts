import { adCheckUser, ConflictError, type DirectoryAccount } from '@hub/contracts'
import type { z } from 'zod'
import { type Desk, read } from './desk.ts'

type Account = z.infer<typeof DirectoryAccount>

/** The account that was found, by its immutable identity. */
export interface AccountRef {
  guid: string
  /** As the tools are told it: with its domain, as other domains may have the same name. */
  login: string
}

/**
 * The account as it is now. To be called inside a step.
 * @throws ConflictError when the name belongs to another account by now
 */
export async function readAccount(desk: Desk, { login, guid }: AccountRef): Promise<Account> {
  const { account } = await read(desk, { tool: adCheckUser, arguments: { login } })
  if (account.guid === guid) return account
  throw new ConflictError(`The name ${login} now belongs to another account`, {
    reason: 'ad.target_changed',
    params: { login },
  })
}
