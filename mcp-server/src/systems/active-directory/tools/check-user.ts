import { adCheckUser, type DirectoryAccount } from '@hub/contracts'
import { defineReadTool } from '../../../tools/define-tool.ts'
import type { DirectoryClient } from '../client/create-client.ts'

/** `ad_check_user`: one account with its state and groups. */
export function checkUserTool(directory: DirectoryClient) {
  return defineReadTool({
    descriptor: adCheckUser,
    async run({ login }, ctx) {
      const { account } = await directory.find(login, ctx.signal)
      return { data: { account }, summary: summary(account) }
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
