import { z } from 'zod'
import { PassageMark } from '../knowledge-marks.ts'
import { defineDescriptor, readHints } from '../tool-descriptor.ts'

export const Passage = z.object({
  /** Number to cite in the answer, as [1]; unique within a conversation turn. */
  citation: z.number().int(),
  documentId: z.string(),
  chunkId: z.string(),
  title: z.string(),
  path: z.string(),
  kind: z.enum(['procedure', 'client', 'faq', 'case']),
  headingPath: z.array(z.string()),
  content: z.string(),
  score: z.number(),
  /** The last day on which its document holds. */
  validUntil: z.iso.date().optional(),
  /** Somebody reported it as wrong or outdated; nobody has checked that yet. */
  mark: PassageMark.optional(),
})

export const memorySearchSimilarCases = defineDescriptor({
  name: 'memory_search_similar_cases',
  version: '1',
  system: 'memory',
  level: 'L0',
  titles: { fr: 'Chercher des cas similaires', en: 'Find similar cases' },
  description:
    'Searches the knowledge base (procedures, client sheets, resolved cases) in French and English. Cite each passage used by its citation number in square brackets. A passage whose validUntil is past is outdated: say so. A passage with a mark was reported by a technician as wrong or outdated: say so, and rather rely on others.',
  input: z
    .object({
      query: z.string().trim().min(2).max(500).describe('What to look for, in plain words'),
      limit: z.number().int().min(1).max(10).default(5),
    })
    .strict(),
  output: z.object({
    passages: z.array(Passage),
    /** How the search ran: without an embedding model it is lexical, and says so. */
    method: z.enum(['hybrid', 'lexical']),
  }),
  annotations: { ...readHints, openWorldHint: false },
  describe: ({ query }) => ({
    fr: `Recherche de cas similaires : « ${query} »`,
    en: `Looking for similar cases: “${query}”`,
  }),
})
