import type { ActionTarget } from '@hub/contracts'
import type { AccountRef } from './client/find-account.ts'
import type { AccountRecord } from './format/account.ts'

/** The account that an action changes, by its immutable identity. Only lasting facts, read by the policy. */
export function accountTarget({ account, isVip }: AccountRecord): ActionTarget {
  return {
    system: 'ad',
    kind: 'account',
    id: account.guid,
    name: `${account.displayName} (${account.login})`,
    attributes: {
      login: account.login,
      privileged: account.privileged,
      vip: isVip,
      clientName: account.company,
      container: account.container,
    },
  }
}

/** The account of a call; once the call has a target, only that very account will do. */
export function accountRef(login: string, target: ActionTarget | undefined): AccountRef {
  return target ? { login, guid: target.id } : login
}
