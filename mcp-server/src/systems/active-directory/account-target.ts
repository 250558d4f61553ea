import type { ActionTarget } from '@hub/contracts'
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
