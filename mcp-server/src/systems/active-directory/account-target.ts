import type { ActionTarget } from '@hub/contracts'
import type { AccountRef } from './client/find-account.ts'
import type { AccountRecord } from './format/account.ts'

/**
 * The account that an action changes, by its immutable identity. Only lasting facts, read by the policy: the digest
 * of a request holds them, so that an approval is only for what was seen.
 */
export function accountTarget(
  { account, isVip }: AccountRecord,
  more: ActionTarget['attributes'] = {},
): ActionTarget {
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
      domain: account.domain,
      ...more,
    },
  }
}

/** The account of a call; once the call has a target, only that very account will do. */
export function accountRef(login: string, target: ActionTarget | undefined): AccountRef {
  if (target === undefined) return login
  const { domain } = target.attributes
  return { login, guid: target.id, ...(typeof domain === 'string' && { domain }) }
}
