import { adRemoveFromGroup } from '@hub/contracts'
import type { DirectoryClient } from '../client/create-client.ts'
import { membershipTool } from './change-membership.ts'

/** `ad_remove_from_group`: ends a direct membership. */
export function removeFromGroupTool(directory: DirectoryClient) {
  return membershipTool(directory, {
    descriptor: adRemoveFromGroup,
    isMember: false,
    inverse: 'ad_add_to_group',
    done: (login, group) => ({
      fr: `${login} retiré du groupe ${group}.`,
      en: `${login} removed from group ${group}.`,
    }),
    already: (login, group) => ({
      fr: `${login} n’était pas dans le groupe ${group}.`,
      en: `${login} was not in group ${group}.`,
    }),
  })
}
