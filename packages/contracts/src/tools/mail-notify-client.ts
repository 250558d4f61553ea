import { z } from 'zod'
import { Locale } from '../levels.ts'
import { defineDescriptor } from '../tool-descriptor.ts'
import { IdempotencyKey, TicketId } from './parameters.ts'

/** No control or line character can end a header line; no direction mark can show the reader another text. */
const oneLine = /^[^\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]+$/u
const plainText = /^(?:[^\p{Cc}\u202A-\u202E\u2066-\u2069]|[\t\r\n])+$/u

export const mailNotifyClient = defineDescriptor({
  name: 'mail_notify_client',
  version: '1',
  system: 'mail',
  level: 'L3',
  targetFacts: ['clientName', 'recipients', 'recipientCount'],
  titles: { fr: 'Écrire à un client', en: 'Write to a client' },
  description:
    'Sends a plain text mail to the contacts that GLPI holds for a client; no other address can be reached. The subject and signature of the service desk are added by the Hub. A person reads the whole mail and approves it before it leaves.',
  input: z
    .object({
      client: z
        .string()
        .trim()
        .min(2)
        .max(200)
        .regex(oneLine)
        .describe('Name of the client as GLPI knows it'),
      ticketId: TicketId.optional(),
      subject: z.string().trim().min(3).max(150).regex(oneLine, 'must be one line of text'),
      body: z
        .string()
        .trim()
        .min(1)
        .max(10_000)
        .regex(plainText, 'must be plain text')
        .describe('Plain text, without signature'),
      language: Locale.default('fr').describe('Language of the signature'),
      contact: z
        .string()
        .trim()
        .min(3)
        .max(254)
        .regex(oneLine)
        .optional()
        .describe('Only this one of the known addresses of the client; leave out to write to all'),
      idempotencyKey: IdempotencyKey,
    })
    .strict(),
  output: z.object({
    messageId: z.string(),
    clientName: z.string(),
    accepted: z.array(z.string()),
    rejected: z.array(z.string()),
    /** Last answer of the mail server, one line. */
    response: z.string(),
  }),
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  describe: ({ client, subject }) => ({
    fr: `Message à ${client} : « ${subject} »`,
    en: `Mail to ${client}: “${subject}”`,
  }),
  ask: ({ client, contact, subject }) => ({
    fr: `Envoyer à ${contact ?? 'tous les contacts'} de ${client} le message « ${subject} »`,
    en: `Send ${contact ?? 'all contacts'} of ${client} the mail “${subject}”`,
  }),
})
