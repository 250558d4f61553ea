import { z } from 'zod'
import { defineDescriptor } from '../tool-descriptor.ts'

export const memoryDeleteDocument = defineDescriptor({
  name: 'memory_delete_document',
  version: '1',
  system: 'memory',
  level: 'L4',
  targetFacts: ['path', 'clientName'],
  titles: { fr: 'Supprimer un cas enregistré', en: 'Delete a recorded case' },
  description:
    'Deletes a recorded case of the knowledge base with its passages, for good. Documents of the shipped folder are refused: they come back at the next ingestion, their file must go first.',
  input: z
    .object({
      document: z.string().trim().min(1).max(500).describe('documentId or path of the case'),
    })
    .strict(),
  output: z.object({
    documentId: z.string(),
    title: z.string(),
    path: z.string(),
    passages: z.number().int(),
  }),
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: false },
  describe: ({ document }) => ({
    fr: `Suppression du cas ${document}`,
    en: `Deleting case ${document}`,
  }),
  ask: ({ document }) => ({
    fr: `Supprimer définitivement le cas ${document} de la base de connaissances`,
    en: `Delete case ${document} from the knowledge base for good`,
  }),
})
