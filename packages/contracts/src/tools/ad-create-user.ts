import { z } from 'zod'
import { defineDescriptor } from '../tool-descriptor.ts'
import { DirectoryName, RequestTicket } from './ad-parameters.ts'
import { accountFacts } from './target-facts.ts'

/** At most 20 characters before an optional domain: the limit of sAMAccountName. */
const NewLogin = z
  .string()
  .trim()
  .max(104)
  .regex(
    /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,18}[A-Za-z0-9])?(?:@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)?$/,
    'must be 1 to 20 letters without accents, digits, points or dashes',
  )
  .describe('Account name to create, e.g. jean.dupont; user@domain chooses the domain')

export const adCreateUser = defineDescriptor({
  name: 'ad_create_user',
  version: '2',
  system: 'ad',
  level: 'L3',
  targetFacts: accountFacts,
  titles: { fr: 'Créer un compte', en: 'Create an account' },
  description:
    'Asks to create an Active Directory account for a person of a client. The Hub makes the first password, shows it once to the person entitled and has it changed at the first logon; it is never in this result. A person must approve before anything happens.',
  input: z
    .object({
      login: NewLogin,
      givenName: DirectoryName.describe('First name'),
      surname: DirectoryName.describe('Last name'),
      client: DirectoryName.describe('Name of the client the person works for'),
      container: DirectoryName.optional().describe(
        'Name of an organisational unit of the client; the one named like the client when left out',
      ),
      mail: z.email().max(254).optional(),
      title: DirectoryName.optional().describe('Job title'),
      ticketId: RequestTicket,
    })
    .strict(),
  output: z.object({
    /** objectGUID of the account that was made. */
    accountId: z.string(),
    login: z.string(),
    domain: z.string(),
    displayName: z.string(),
    container: z.string(),
    enabled: z.boolean(),
    mustChangeAtNextLogon: z.boolean(),
  }),
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  describe: ({ login, client }) => ({
    fr: `Création du compte ${login} (${client})`,
    en: `Creating account ${login} (${client})`,
  }),
  ask: ({ login, givenName, surname, client }) => ({
    fr: `Créer le compte ${login} pour ${givenName} ${surname} (${client})`,
    en: `Create account ${login} for ${givenName} ${surname} (${client})`,
  }),
})
