import { type AccountGroup, adListUserGroups } from '@hub/contracts'
import { defineReadTool } from '../../../tools/define-tool.ts'
import type { DirectoryClient } from '../client/create-client.ts'
import { withUnasked } from '../unasked-domains.ts'

/** `ad_list_user_groups`: direct and nested groups of an account. */
export function listUserGroupsTool(directory: DirectoryClient) {
  return defineReadTool({
    descriptor: adListUserGroups,
    async run({ login }, ctx) {
      const { record, groups, unasked } = await directory.groupsOf(login, ctx.signal)
      const { login: name, displayName, domain, privileged } = record.account
      return {
        data: { login: name, displayName, domain, privileged, groups, unaskedDomains: unasked },
        summary: withUnasked(summary(displayName, groups), unasked),
      }
    },
  })
}

function summary(displayName: string, groups: AccountGroup[]) {
  const direct = groups.filter(({ isDirect }) => isDirect).length
  const privileged = groups.filter(({ isPrivileged }) => isPrivileged).map(({ name }) => name)
  const nested = groups.length - direct
  const names = privileged.join(', ')
  return {
    fr: `${displayName} : ${direct} groupe(s) direct(s), ${nested} par héritage. ${names === '' ? 'Aucun à privilèges.' : `À privilèges : ${names}.`}`,
    en: `${displayName}: ${direct} direct group(s), ${nested} nested. ${names === '' ? 'None is privileged.' : `Privileged: ${names}.`}`,
  }
}
