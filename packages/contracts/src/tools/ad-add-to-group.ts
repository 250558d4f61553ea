import { z } from 'zod'
import { defineDescriptor } from '../tool-descriptor.ts'
import { AccountLogin, GroupName, RequestTicket } from './ad-parameters.ts'
import { accountFacts } from './target-facts.ts'

export const adAddToGroup = defineDescriptor({
  name: 'ad_add_to_group',
  version: '2',
  system: 'ad',
  level: 'L3',
  targetFacts: [...accountFacts, 'group', 'groupId'],
  titles: { fr: 'Ajouter à un groupe', en: 'Add to a group' },
  description:
    'Asks to make an Active Directory account a member of one group of its domain. A person must approve before anything happens; two for a privileged group.',
  input: z.object({ login: AccountLogin, group: GroupName, ticketId: RequestTicket }).strict(),
  output: z.object({ login: z.string(), group: z.string(), isMember: z.boolean(), changed: z.boolean() }),
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  describe: ({ login, group }) => ({
    fr: `Ajout de ${login} au groupe ${group}`,
    en: `Adding ${login} to group ${group}`,
  }),
  ask: ({ login, group }) => ({
    fr: `Ajouter ${login} au groupe ${group}`,
    en: `Add ${login} to group ${group}`,
  }),
})
