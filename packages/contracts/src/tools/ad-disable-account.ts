import { z } from 'zod'
import { defineDescriptor } from '../tool-descriptor.ts'
import { AccountId, AccountLogin, RequestTicket } from './ad-parameters.ts'
import { accountFacts } from './target-facts.ts'

export const adDisableAccount = defineDescriptor({
  name: 'ad_disable_account',
  version: '2',
  system: 'ad',
  level: 'L3',
  targetFacts: accountFacts,
  titles: { fr: 'Désactiver un compte', en: 'Disable an account' },
  description:
    'Asks to disable an Active Directory account: its owner can no longer log on; nothing is deleted. A person must approve before anything happens.',
  input: z.object({ login: AccountLogin, accountId: AccountId, ticketId: RequestTicket }).strict(),
  output: z.object({ login: z.string(), enabled: z.boolean(), changed: z.boolean() }),
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  describe: ({ login }) => ({ fr: `Désactivation du compte ${login}`, en: `Disabling account ${login}` }),
  ask: ({ login }) => ({ fr: `Désactiver le compte ${login}`, en: `Disable account ${login}` }),
})
