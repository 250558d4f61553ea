import { adEnableAccount } from '@hub/contracts'
import type { DirectoryClient } from '../client/create-client.ts'
import { setEnabledTool } from './set-enabled.ts'

/** `ad_enable_account`: its owner can log on again, with the password it had. */
export function enableAccountTool(directory: DirectoryClient) {
  return setEnabledTool(directory, {
    descriptor: adEnableAccount,
    isEnabled: true,
    inverse: 'ad_disable_account',
    done: (login) => ({ fr: `Compte ${login} activé.`, en: `Account ${login} enabled.` }),
    already: (login) => ({
      fr: `Le compte ${login} était déjà activé.`,
      en: `Account ${login} was already enabled.`,
    }),
  })
}
