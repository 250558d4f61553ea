import { z } from 'zod'
import { defineDescriptor } from '../tool-descriptor.ts'
import { AccountLogin, GroupName, RequestTicket } from './ad-parameters.ts'
import { accountFacts } from './target-facts.ts'

export const adRemoveFromGroup = defineDescriptor({
  name: 'ad_remove_from_group',
  version: '2',
  system: 'ad',
  level: 'L3',
  targetFacts: [...accountFacts, 'group', 'groupId'],
  titles: { fr: 'Retirer d’un groupe', en: 'Remove from a group' },
  description:
    'Asks to end the direct membership of an Active Directory account in one group of its domain. A person must approve before anything happens; two for a privileged group.',
  input: z.object({ login: AccountLogin, group: GroupName, ticketId: RequestTicket }).strict(),
  output: z.object({ login: z.string(), group: z.string(), isMember: z.boolean(), changed: z.boolean() }),
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  describe: ({ login, group }) => ({
    fr: `Retrait de ${login} du groupe ${group}`,
    en: `Removing ${login} from group ${group}`,
  }),
  ask: ({ login, group }) => ({
    fr: `Retirer ${login} du groupe ${group}`,
    en: `Remove ${login} from group ${group}`,
  }),
})
