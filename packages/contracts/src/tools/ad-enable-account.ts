import { z } from 'zod'
import { defineDescriptor } from '../tool-descriptor.ts'
import { AccountId, AccountLogin, RequestTicket } from './ad-parameters.ts'
import { accountFacts } from './target-facts.ts'

export const adEnableAccount = defineDescriptor({
  name: 'ad_enable_account',
  version: '2',
  system: 'ad',
  level: 'L3',
  targetFacts: accountFacts,
  titles: { fr: 'Activer un compte', en: 'Enable an account' },
  description:
    'Asks to enable an Active Directory account that was disabled. Its password does not change. A person must approve before anything happens.',
  input: z.object({ login: AccountLogin, accountId: AccountId, ticketId: RequestTicket }).strict(),
  output: z.object({ login: z.string(), enabled: z.boolean(), changed: z.boolean() }),
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  describe: ({ login }) => ({ fr: `Activation du compte ${login}`, en: `Enabling account ${login}` }),
  ask: ({ login }) => ({ fr: `Activer le compte ${login}`, en: `Enable account ${login}` }),
})
