import { z } from 'zod'
import { Login, TicketId } from './parameters.ts'

/** Parameters that the tools of Active Directory share. */
export const AccountLogin = Login.describe(
  'Account name (sAMAccountName), or user@domain when several domains have it, e.g. jean.dupont',
)

export const AccountId = z
  .guid()
  .toLowerCase()
  .optional()
  .describe('objectGUID of the account: only this very one, whoever has the name now')

export const GroupName = z
  .string()
  .trim()
  .min(1)
  .max(256)
  .regex(/^[^\p{Cc}]+$/u, 'not a valid group name')
  .describe('Exact name of the group, e.g. GG-VPN')

/** A name as it is shown: part of a person's name, a unit, a title. */
export const DirectoryName = z
  .string()
  .trim()
  .min(1)
  .max(64)
  .regex(/^[^\p{Cc}"\\<>;*]+$/u, 'not a valid name')

export const RequestTicket = TicketId.optional().describe('Number of the GLPI ticket that asks for it')

/** Domains that did not answer: what is read may be more than what is shown. */
export const UnaskedDomains = z.array(z.string())
