import { z } from 'zod'
import { defineDescriptor } from '../tool-descriptor.ts'
import { AccountLogin, RequestTicket } from './ad-parameters.ts'
import { accountFacts } from './target-facts.ts'

/** Why a group of the model account is not copied. */
const leftOutReasons = ['privileged', 'already_member', 'primary'] as const

export const LeftOutGroup = z.object({ group: z.string(), reason: z.enum(leftOutReasons) })
export type LeftOutGroup = z.infer<typeof LeftOutGroup>

export const adCopyGroupsFrom = defineDescriptor({
  name: 'ad_copy_groups_from',
  version: '2',
  system: 'ad',
  level: 'L3',
  targetFacts: [...accountFacts, 'from', 'fromId', 'groupIds'],
  titles: { fr: 'Copier les groupes d’un compte', en: 'Copy the groups of an account' },
  description:
    'Asks to add an Active Directory account to the groups that another account of the same domain is directly in. Privileged groups are never copied and no group is removed. A person must approve before anything happens.',
  input: z
    .object({
      login: AccountLogin.describe('Account that receives the groups'),
      fromLogin: AccountLogin.describe('Account whose groups are copied'),
      ticketId: RequestTicket,
    })
    .strict(),
  output: z.object({
    login: z.string(),
    fromLogin: z.string(),
    added: z.array(z.string()),
    leftOut: z.array(LeftOutGroup),
    /** Groups that the directory refused, with its reason. */
    refused: z.array(z.object({ group: z.string(), reason: z.string() })),
  }),
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  describe: ({ login, fromLogin }) => ({
    fr: `Copie des groupes de ${fromLogin} vers ${login}`,
    en: `Copying the groups of ${fromLogin} to ${login}`,
  }),
  ask: ({ login, fromLogin }) => ({
    fr: `Donner à ${login} les groupes de ${fromLogin}`,
    en: `Give ${login} the groups of ${fromLogin}`,
  }),
})
