import { adSearchUsers, type FoundUser, ValidationError } from '@hub/contracts'
import { defineReadTool } from '../../../tools/define-tool.ts'
import type { DirectoryClient } from '../client/create-client.ts'
import { withUnasked } from '../unasked-domains.ts'

const maxNamed = 5

/** `ad_search_users`: accounts by parts of their names, by client, or by state. */
export function searchUsersTool(directory: DirectoryClient) {
  return defineReadTool({
    descriptor: adSearchUsers,
    async run({ query, client, state, limit, offset }, ctx) {
      if (query === undefined && client === undefined && state === 'any')
        throw new ValidationError('Say what to search: words of a name, a client, or a state', {
          reason: 'ad.empty_search',
        })
      const found = await directory.searchUsers({ query, client, state }, ctx.signal)
      const users = found.users.slice(offset, offset + limit)
      const total = found.users.length
      return {
        data: { users, total, complete: found.complete, unaskedDomains: found.unasked },
        summary: withUnasked(summary(users, total), found.unasked),
      }
    },
  })
}

function summary(users: FoundUser[], total: number) {
  if (total === 0) return { fr: 'Aucun compte ne correspond.', en: 'No account matches.' }
  const names = users.slice(0, maxNamed).map(({ displayName, login }) => `${displayName} (${login})`)
  const more = total > names.length ? ', …' : ''
  const list = `${names.join(', ')}${more}`
  return {
    fr: `${total} compte${total > 1 ? 's' : ''} : ${list}.`,
    en: `${total} account${total > 1 ? 's' : ''}: ${list}.`,
  }
}
