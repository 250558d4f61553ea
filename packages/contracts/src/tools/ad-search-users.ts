import { z } from 'zod'
import { defineDescriptor, readHints } from '../tool-descriptor.ts'
import { UnaskedDomains } from './ad-parameters.ts'

export const FoundUser = z.object({
  guid: z.string(),
  login: z.string(),
  domain: z.string(),
  displayName: z.string(),
  mail: z.string().nullable(),
  title: z.string().nullable(),
  company: z.string().nullable(),
  container: z.string(),
  enabled: z.boolean(),
  locked: z.boolean(),
})
export type FoundUser = z.infer<typeof FoundUser>

export const userStates = ['any', 'locked', 'disabled'] as const

const Words = z
  .string()
  .trim()
  .min(2)
  .max(100)
  .regex(/^[^\p{Cc}]+$/u, 'not a valid text')

export const adSearchUsers = defineDescriptor({
  name: 'ad_search_users',
  version: '1',
  system: 'ad',
  level: 'L1',
  titles: { fr: 'Chercher des comptes', en: 'Search accounts' },
  description:
    'Searches Active Directory accounts of people by parts of their name, account name or mail, by client, or all that are locked or disabled. Accents and case do not matter. Give at least one of query, client and state.',
  input: z
    .object({
      query: Words.optional().describe('Words of the name, account name or mail, e.g. marie martin'),
      client: Words.optional().describe('Name of the client, e.g. EHPAD Les Jardins'),
      state: z.enum(userStates).default('any').describe('Only locked or only disabled accounts'),
      limit: z.number().int().min(1).max(50).default(20).describe('Most accounts to show'),
      offset: z.number().int().min(0).max(100_000).default(0).describe('Accounts to leave out first'),
    })
    .strict(),
  output: z.object({
    users: z.array(FoundUser),
    /** All that match, not only those shown. */
    total: z.number().int(),
    /** False when a limit stopped the search before its end. */
    complete: z.boolean(),
    unaskedDomains: UnaskedDomains,
  }),
  annotations: readHints,
  describe: ({ query, client, state }) => {
    const about = [query, client].filter((part) => part !== undefined).join(', ')
    const kinds = {
      any: { fr: 'Recherche de comptes', en: 'Searching accounts' },
      locked: { fr: 'Recherche de comptes verrouillés', en: 'Searching locked accounts' },
      disabled: { fr: 'Recherche de comptes désactivés', en: 'Searching disabled accounts' },
    }
    const { fr, en } = kinds[state]
    return about === '' ? { fr, en } : { fr: `${fr} : ${about}`, en: `${en}: ${about}` }
  },
})
