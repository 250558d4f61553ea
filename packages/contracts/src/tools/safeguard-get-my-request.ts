import { z } from 'zod'
import { defineDescriptor, readHints } from '../tool-descriptor.ts'
import { MyRequest } from './safeguard-list-my-requests.ts'

export const safeguardGetMyRequest = defineDescriptor({
  name: 'safeguard_get_my_request',
  version: '1',
  system: 'safeguard',
  level: 'L0',
  titles: { fr: 'Suivre une demande', en: 'Follow a request' },
  description:
    'Reads one request for approval that the caller made: its state, how many said yes, its outcome, or why it was refused. It decides nothing.',
  input: z
    .object({
      requestId: z
        .string()
        .regex(/^APR-\d{4}-\d{6,12}$/)
        .describe('Id of the request, e.g. APR-2026-000123'),
    })
    .strict(),
  output: z.object({ request: MyRequest }),
  annotations: { ...readHints, openWorldHint: false },
  describe: ({ requestId }) => ({
    fr: `Lecture de ma demande ${requestId}`,
    en: `Reading my request ${requestId}`,
  }),
})
