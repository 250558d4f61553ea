import { adDisableAccount } from '@hub/contracts'
import type { DirectoryClient } from '../client/create-client.ts'
import { setEnabledTool } from './set-enabled.ts'

/** `ad_disable_account`: its owner can no longer log on; nothing is deleted. */
export function disableAccountTool(directory: DirectoryClient) {
  return setEnabledTool(directory, {
    descriptor: adDisableAccount,
    isEnabled: false,
    inverse: 'ad_enable_account',
    done: (login) => ({ fr: `Compte ${login} désactivé.`, en: `Account ${login} disabled.` }),
    already: (login) => ({
      fr: `Le compte ${login} était déjà désactivé.`,
      en: `Account ${login} was already disabled.`,
    }),
  })
}
