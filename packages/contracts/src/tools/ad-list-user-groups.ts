import { z } from 'zod'
import { defineDescriptor, readHints } from '../tool-descriptor.ts'
import { AccountLogin, UnaskedDomains } from './ad-parameters.ts'

export const AccountGroup = z.object({
  /** objectGUID in its printed form. */
  guid: z.string(),
  name: z.string(),
  container: z.string(),
  /** False for a group that the account is in through other groups. */
  isDirect: z.boolean(),
  isPrimary: z.boolean(),
  /** It administers the domain or its servers, itself or through the groups it is in. */
  isPrivileged: z.boolean(),
  /** Groups of this list that make the account a member; empty for direct ones. */
  through: z.array(z.string()),
})
export type AccountGroup = z.infer<typeof AccountGroup>

export const adListUserGroups = defineDescriptor({
  name: 'ad_list_user_groups',
  version: '1',
  system: 'ad',
  level: 'L1',
  titles: { fr: 'Groupes d’un compte', en: 'Groups of an account' },
  description:
    'Lists the groups of one Active Directory account, direct ones and those it is in through other groups, and says which ones are privileged.',
  input: z.object({ login: AccountLogin }).strict(),
  output: z.object({
    login: z.string(),
    displayName: z.string(),
    domain: z.string(),
    privileged: z.boolean(),
    groups: z.array(AccountGroup),
    unaskedDomains: UnaskedDomains,
  }),
  annotations: readHints,
  describe: ({ login }) => ({ fr: `Groupes du compte ${login}`, en: `Groups of account ${login}` }),
})
