import { Locale } from '@hub/contracts'
import { z } from 'zod'
import { noticeKinds, urgentKinds } from '../message/notice-kinds.ts'

const told = {
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and dashes'),
  language: Locale.default('fr'),
  events: z.array(z.enum(noticeKinds)).min(1).default(urgentKinds),
  minLevel: z.enum(['L3', 'L4']).default('L3'),
  /** Only requests of these clients, without case and accents. */
  clients: z.array(z.string().min(1)).min(1).optional(),
  perMinute: z.number().int().min(1).max(600).default(20),
  /** Certificate authority of a receiver of one's own, PEM. */
  caFile: z.string().min(1).optional(),
}
const posted = {
  ...told,
  url: z.string().optional(),
  urlFile: z.string().min(1).optional(),
  /** The receiver may have a private address. */
  allowPrivate: z.boolean().default(false),
}

/** One channel as it stands in NOTIFICATIONS_FILE. */
export const ChannelEntry = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('teams'), ...posted }),
  z.strictObject({ type: z.literal('slack'), ...posted }),
  z.strictObject({
    type: z.literal('webhook'),
    ...posted,
    secret: z.string().optional(),
    secretFile: z.string().min(1).optional(),
  }),
  z.strictObject({
    type: z.literal('email'),
    ...told,
    smtpUrl: z.string().optional(),
    smtpUrlFile: z.string().min(1).optional(),
    from: z.email(),
    to: z.array(z.email()).min(1).max(50),
  }),
])
export type ChannelEntry = z.infer<typeof ChannelEntry>

/** The whole of NOTIFICATIONS_FILE. */
export const ChannelFile = z.strictObject({
  /** Of the hours in messages. */
  timeZone: z.string().refine(isTimeZone, 'is no time zone, such as Europe/Paris').default('Europe/Paris'),
  /** For tests and demonstrations: receivers on 127.x.x.x, without TLS. */
  allowInsecureLoopback: z.boolean().default(false),
  channels: z.array(ChannelEntry),
})
export type ChannelFile = z.infer<typeof ChannelFile>

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format() !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
