import { z } from 'zod'

/** A stored document with the passages that citations open. */
export const KnowledgeDocument = z
  .object({
    id: z.string(),
    title: z.string(),
    path: z.string(),
    kind: z.enum(['procedure', 'client', 'faq', 'case']),
    updatedAt: z.iso.datetime(),
    chunks: z.array(z.object({ id: z.string(), headingPath: z.array(z.string()), content: z.string() })),
  })
  .meta({ id: 'KnowledgeDocument' })
export type KnowledgeDocument = z.infer<typeof KnowledgeDocument>
