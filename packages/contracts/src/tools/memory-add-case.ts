import { z } from 'zod'
import { defineDescriptor } from '../tool-descriptor.ts'
import { holdsSecret } from './memory-secret-text.ts'
import { TicketId } from './parameters.ts'

/** Refused here, so that the secret enters no record of the call. */
const noSecret = (text: string) => !holdsSecret(text)
const secretFound = 'looks like it holds a password or a key: leave it out'

const Part = z.string().trim().min(5).max(8_000).refine(noSecret, secretFound)

export const memoryAddCase = defineDescriptor({
  name: 'memory_add_case',
  version: '1',
  system: 'memory',
  level: 'L2',
  targetFacts: ['clientName', 'ticketId'],
  titles: { fr: 'Enregistrer un cas résolu', en: 'Record a solved case' },
  description:
    'Adds a solved case to the knowledge base, found by searches at once. Write no personal data (names, addresses, phone numbers); a text with a password or a key is refused. The very same case is stored once.',
  input: z
    .object({
      title: z
        .string()
        .trim()
        .min(5)
        .max(200)
        .regex(/^\P{Cc}+$/u, 'must be one line of text')
        .refine(noSecret, secretFound),
      problem: Part.describe('What was seen, in plain text or Markdown'),
      cause: Part.describe('Why it happened'),
      solution: Part.describe('What was done, step by step'),
      client: z
        .string()
        .trim()
        .min(2)
        .max(200)
        .regex(/^\P{Cc}+$/u, 'must be one line of text')
        .optional()
        .describe('Only when the case concerns this client alone, as GLPI names it'),
      ticketId: TicketId.optional(),
    })
    .strict(),
  output: z.object({
    documentId: z.string(),
    path: z.string(),
    /** True when this very case was stored before: nothing was written. */
    alreadyThere: z.boolean(),
    /** What looks like personal data in the text. */
    personalData: z.array(z.enum(['mail', 'phone', 'social_security'])),
  }),
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  describe: ({ title }) => ({
    fr: `Enregistrement du cas « ${title} »`,
    en: `Recording the case “${title}”`,
  }),
  ask: ({ title }) => ({
    fr: `Enregistrer le cas « ${title} » dans la base de connaissances`,
    en: `Record the case “${title}” in the knowledge base`,
  }),
})
