import { adAddToGroup } from '@hub/contracts'
import type { DirectoryClient } from '../client/create-client.ts'
import { membershipTool } from './change-membership.ts'

/** `ad_add_to_group`: makes an account a direct member of one group. */
export function addToGroupTool(directory: DirectoryClient) {
  return membershipTool(directory, {
    descriptor: adAddToGroup,
    isMember: true,
    inverse: 'ad_remove_from_group',
    done: (login, group) => ({
      fr: `${login} ajouté au groupe ${group}.`,
      en: `${login} added to group ${group}.`,
    }),
    already: (login, group) => ({
      fr: `${login} était déjà dans le groupe ${group}.`,
      en: `${login} was already in group ${group}.`,
    }),
  })
}
