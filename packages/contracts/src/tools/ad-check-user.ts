import { z } from 'zod'
import { defineDescriptor, readHints } from '../tool-descriptor.ts'
import { AccountLogin, UnaskedDomains } from './ad-parameters.ts'
import { Instant } from './parameters.ts'

export const DirectoryAccount = z.object({
  /** objectGUID in its printed form: the immutable identity. */
  guid: z.string(),
  /** DNS name of the domain that holds the account. */
  domain: z.string(),
  login: z.string(),
  userPrincipalName: z.string().nullable(),
  displayName: z.string(),
  mail: z.string().nullable(),
  title: z.string().nullable(),
  department: z.string().nullable(),
  company: z.string().nullable(),
  /** Organisational unit that holds the account. */
  container: z.string(),
  enabled: z.boolean(),
  locked: z.boolean(),
  /** Member, also through other groups, of a group that administers the domain; or a protected or service account. */
  privileged: z.boolean(),
  /** By the rule that is configured for VIPs. */
  vip: z.boolean(),
  passwordLastSetAt: Instant.nullable(),
  mustChangePassword: z.boolean(),
  passwordExpiresAt: Instant.nullable(),
  passwordNeverExpires: z.boolean(),
  accountExpiresAt: Instant.nullable(),
  lastLogonAt: Instant.nullable(),
  badPasswordCount: z.number().int().nullable(),
  groups: z.array(z.string()),
})
export type DirectoryAccount = z.infer<typeof DirectoryAccount>

export const adCheckUser = defineDescriptor({
  name: 'ad_check_user',
  version: '1',
  system: 'ad',
  level: 'L1',
  titles: { fr: 'Vérifier un compte', en: 'Check an account' },
  description:
    'Reads one Active Directory account: enabled, locked, password age and expiry, groups. Use the account name given by the person, never a guess.',
  input: z.object({ login: AccountLogin }).strict(),
  output: z.object({ account: DirectoryAccount, unaskedDomains: UnaskedDomains }),
  annotations: readHints,
  describe: ({ login }) => ({ fr: `Vérification du compte ${login}`, en: `Checking account ${login}` }),
})
