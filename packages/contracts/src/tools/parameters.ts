import { z } from 'zod'

/** Parameters that several tools share, described once for the model. */
const maxTicketId = 2_147_483_647

/** A number, or its digits as a small model writes them; nothing else is turned into one. */
export const TicketId = z
  .preprocess(
    (value) =>
      typeof value === 'string' && /^\s*#?\d{1,10}\s*$/.test(value) ? Number(value.replace('#', '')) : value,
    z.number().int().positive().max(maxTicketId),
  )
  .meta({
    type: 'integer',
    minimum: 1,
    maximum: maxTicketId,
    description: 'Number of the GLPI ticket, e.g. 1234',
  })

export const Login = z
  .string()
  .trim()
  .min(1)
  .max(104)
  .regex(/^[^"/\\[\]:;|=,+*?<>()\p{Cc}]+$/u, 'not a valid account name')
  .describe('Account name (sAMAccountName or user@domain), e.g. jean.dupont')

export const DeviceName = z
  .string()
  .trim()
  .min(1)
  .max(253)
  .describe('Hostname of the device as Observium knows it, e.g. SWITCH-CLIN-STJEAN')

export const Instant = z.iso.datetime()

/** Repeating a write with the same key does not write twice. */
export const IdempotencyKey = z
  .string()
  .regex(/^[A-Za-z0-9._:-]{3,80}$/)
  .optional()
  .describe('Leave out; set by the Hub')
