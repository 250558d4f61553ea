import { z } from 'zod'
import { IngestState } from './knowledge-ingest.ts'

/** Where an embedding model stands. */
export const EmbeddingModelState = z.object({
  name: z.string(),
  dim: z.int().nullable(),
  state: z.enum(['filling', 'serving', 'retired']),
  askedAt: z.iso.datetime(),
  servingSince: z.iso.datetime().nullable(),
  /** Passages, those that have their vector, and those that the model does not take: they are found by words. */
  total: z.int(),
  done: z.int(),
  refused: z.int(),
  /** Why filling stands still; told from N2 on. */
  error: z.object({ message: z.string(), at: z.iso.datetime() }).optional(),
})

/** How the documents come in and become searchable. Names of files that failed are told from N2 on. */
export const KnowledgeState = z
  .object({
    /** Whether a documents folder is configured. */
    hasFolder: z.boolean(),
    ingestion: IngestState,
    embedding: z.object({
      /** Model that the configuration asks for; null when the search is by words alone. */
      wanted: z.string().nullable(),
      models: z.array(EmbeddingModelState),
    }),
  })
  .meta({ id: 'KnowledgeState' })
export type KnowledgeState = z.infer<typeof KnowledgeState>

export const StartedRun = z.object({ runId: z.string() }).meta({ id: 'StartedRun' })
export type StartedRun = z.infer<typeof StartedRun>
