import { z } from 'zod'
import { PassageMark } from '../knowledge-marks.ts'
import { defineDescriptor, readHints } from '../tool-descriptor.ts'

export const memoryGetDocument = defineDescriptor({
  name: 'memory_get_document',
  version: '1',
  system: 'memory',
  level: 'L0',
  titles: { fr: 'Lire un document', en: 'Read a document' },
  description:
    'Reads a whole document of the knowledge base, named by its id or path or by the id of one of its passages. A long one comes in parts: call again with the offset given as nextOffset until it is null. Parts named in marks were reported as wrong or outdated: say so.',
  input: z
    .object({
      document: z
        .string()
        .trim()
        .min(1)
        .max(500)
        .describe('documentId, chunkId or path, as memory_search_similar_cases gives them'),
      offset: z.number().int().min(0).max(10_000_000).default(0).describe('First character to read'),
      limit: z.number().int().min(200).max(40_000).default(12_000).describe('Most characters to read'),
    })
    .strict(),
  output: z.object({
    documentId: z.string(),
    title: z.string(),
    path: z.string(),
    kind: z.enum(['procedure', 'client', 'faq', 'case']),
    updatedAt: z.iso.datetime(),
    /** The last day on which it holds. */
    validUntil: z.iso.date().optional(),
    /** Markdown from `offset` on. */
    text: z.string(),
    offset: z.number().int(),
    totalLength: z.number().int(),
    /** Where the rest begins; null when this is the end. */
    nextOffset: z.number().int().nullable(),
    /** Passages that were reported as wrong or outdated, by their headings. */
    marks: z.array(PassageMark.extend({ headingPath: z.array(z.string()) })).optional(),
  }),
  annotations: { ...readHints, openWorldHint: false },
  describe: ({ document }) => ({
    fr: `Lecture du document ${document}`,
    en: `Reading document ${document}`,
  }),
})
