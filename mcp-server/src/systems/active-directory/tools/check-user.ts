import { adCheckUser, type DirectoryAccount } from '@hub/contracts'
import { defineReadTool } from '../../../tools/define-tool.ts'
import type { DirectoryClient } from '../client/create-client.ts'
import { withUnasked } from '../unasked-domains.ts'

/** `ad_check_user`: one account with its state and groups. */
export function checkUserTool(directory: DirectoryClient) {
  return defineReadTool({
    descriptor: adCheckUser,
    async run({ login }, ctx) {
      const { record, unasked } = await directory.look(login, ctx.signal)
      const { account } = record
      return { data: { account, unaskedDomains: unasked }, summary: withUnasked(summary(account), unasked) }
    },
  })
}

function summary({ login, displayName, enabled, locked, mustChangePassword }: DirectoryAccount) {
  const fr = [enabled ? 'actif' : 'désactivé', locked ? 'verrouillé' : 'non verrouillé']
  const en = [enabled ? 'enabled' : 'disabled', locked ? 'locked' : 'not locked']
  if (mustChangePassword) {
    fr.push('mot de passe à changer')
    en.push('must change password')
  }
  return {
    fr: `${displayName} (${login}) : ${fr.join(', ')}.`,
    en: `${displayName} (${login}): ${en.join(', ')}.`,
  }
}
