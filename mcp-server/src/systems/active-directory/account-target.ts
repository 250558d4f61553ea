import type { ActionTarget } from '@hub/contracts'
import type { AccountRef } from './client/find-account.ts'
import type { AccountRecord } from './format/account.ts'

/**
 * The account that an action changes, by its immutable identity, and `boundTo`: identities of whatever else decides
 * what happens. An approval is for these; the attributes are only read by the policy, again before the effect.
 */
export function accountTarget(
  { account, isVip }: AccountRecord,
  { boundTo = [], attributes = {} }: { boundTo?: string[]; attributes?: ActionTarget['attributes'] } = {},
): ActionTarget {
  return {
    system: 'ad',
    kind: 'account',
    id: [account.guid, ...boundTo].join(separator),
    name: `${account.displayName} (${account.login})`,
    attributes: {
      login: account.login,
      privileged: account.privileged,
      vip: isVip,
      clientName: account.company,
      container: account.container,
      domain: account.domain,
      ...attributes,
    },
  }
}

const separator = '/'

/** What `accountTarget` was given as `boundTo`. */
export function boundParts({ id }: ActionTarget): string[] {
  return id.split(separator).slice(1)
}

/** The account of a call; once the call has a target, only that very account will do. */
export function accountRef(login: string, target: ActionTarget | undefined): AccountRef {
  if (target === undefined) return login
  const { domain } = target.attributes
  const [guid = ''] = target.id.split(separator)
  return { login, guid, ...(typeof domain === 'string' && { domain }) }
}
