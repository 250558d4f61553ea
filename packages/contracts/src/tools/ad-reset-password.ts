import { z } from 'zod'
import { defineDescriptor } from '../tool-descriptor.ts'
import { AccountLogin, RequestTicket } from './ad-parameters.ts'
import { Instant } from './parameters.ts'
import { accountFacts } from './target-facts.ts'

export const adResetPassword = defineDescriptor({
  name: 'ad_reset_password',
  version: '1',
  system: 'ad',
  level: 'L3',
  targetFacts: accountFacts,
  titles: { fr: 'Réinitialiser un mot de passe', en: 'Reset a password' },
  description:
    'Asks to reset the password of an Active Directory account. The Hub makes the new password and shows it once to the person entitled; it is never in this result. A person must approve before anything happens.',
  input: z
    .object({
      login: AccountLogin,
      ticketId: RequestTicket,
      mustChangeAtNextLogon: z.boolean().default(true),
      unlock: z.boolean().default(true).describe('Also unlock the account'),
    })
    .strict(),
  output: z.object({
    login: z.string(),
    passwordLastSetAt: Instant.nullable(),
    mustChangeAtNextLogon: z.boolean(),
  }),
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: true },
  describe: ({ login }) => ({
    fr: `Réinitialisation du mot de passe de ${login}`,
    en: `Resetting the password of ${login}`,
  }),
  ask: ({ login }) => ({
    fr: `Réinitialiser le mot de passe de ${login}`,
    en: `Reset the password of ${login}`,
  }),
})
