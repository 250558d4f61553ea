import { z } from 'zod'
import { defineDescriptor } from '../tool-descriptor.ts'
import { AccountLogin, RequestTicket } from './ad-parameters.ts'
import { accountFacts } from './target-facts.ts'

export const adUnlockAccount = defineDescriptor({
  name: 'ad_unlock_account',
  version: '1',
  system: 'ad',
  level: 'L2',
  targetFacts: accountFacts,
  titles: { fr: 'Déverrouiller un compte', en: 'Unlock an account' },
  description:
    'Unlocks an Active Directory account that was locked after wrong passwords. The password does not change.',
  input: z.object({ login: AccountLogin, ticketId: RequestTicket }).strict(),
  output: z.object({ login: z.string(), wasLocked: z.boolean(), locked: z.boolean() }),
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  describe: ({ login }) => ({ fr: `Déverrouillage du compte ${login}`, en: `Unlocking account ${login}` }),
  ask: ({ login }) => ({ fr: `Déverrouiller le compte ${login}`, en: `Unlock account ${login}` }),
})
